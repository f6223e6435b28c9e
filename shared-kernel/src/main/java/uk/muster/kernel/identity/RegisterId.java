package uk.muster.kernel.identity;

/** One register: a group's session at a school. Printed {@code urn/date/session/group}, which is also its stream. */
public record RegisterId(Urn urn, SessionKey session, GroupId group) {

    /** @throws IllegalArgumentException when the text is not {@code urn/date/session/group} */
    public static RegisterId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("A register is named urn/date/session/group.");
        }
        return new RegisterId(
                Urn.parse(parts[0]),
                new SessionKey(IsoDate.parse(parts[1]), SessionHalf.valueOf(parts[2])),
                new GroupId(parts[3]));
    }

    @Override
    public String toString() {
        return urn + "/" + session + "/" + group;
    }
}
