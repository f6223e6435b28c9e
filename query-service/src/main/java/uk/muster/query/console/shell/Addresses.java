package uk.muster.query.console.shell;

import uk.muster.kernel.identity.RegisterId;

/** Where pages are. A register's page has the same address as the register below {@code /api/v1}. */
public final class Addresses {

    private Addresses() {}

    /** The page of a register, and of the week that it is in. */
    public static String of(RegisterId register) {
        return "/schools/" + register.urn() + "/registers/" + register.session().date() + "/"
                + register.session().half() + "/" + register.group();
    }
}
