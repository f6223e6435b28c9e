package uk.muster.command.pupil;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.keys.Vault;
import uk.muster.command.pupil.PupilCommand.ImportEarlierSessions;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.code.CodeFault;
import uk.muster.kernel.code.CodeRules;
import uk.muster.kernel.event.PupilEvent.EarlierSession;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.pupil.PupilState;

/** A joiner's marks from before, which penalty windows count across schools (CS-33). A later import takes the place of an earlier one. */
final class ImportingEarlierSessions {

    private ImportingEarlierSessions() {}

    static Decision decide(@Nullable PupilState state, ImportEarlierSessions command, Vault vault) {
        if (state == null) {
            return Decision.refuse(Problem.unknown("There is no such pupil."));
        }
        List<Fault> faults = faults(state, command.sessions());
        if (!faults.isEmpty()) {
            return Decision.refuse(Problem.invalid(faults));
        }
        EarlierSessionsImported before = state.earlierSessions();
        Map<String, Object> body = Map.of(
                "id",
                command.pupil().urn() + "/" + command.pupilId(),
                "sessions",
                command.sessions().size());
        List<EarlierSession> inOrder = command.sessions().stream()
                .sorted((a, b) -> a.session().compareTo(b.session()))
                .toList();
        if (before != null
                && before.sessions().equals(inOrder)
                && vault.open(before.school()).filter(command.school()::equals).isPresent()) {
            return Decision.accept(List.of(), Answer.unchanged(body));
        }
        EarlierSessionsImported imported = new EarlierSessionsImported(
                command.pupil().urn(),
                command.pupil().number(),
                vault.seal(command.pupil().number(), command.school()),
                inOrder,
                vault.sealJson(command.pupil().number(), command.author()));
        return Decision.accept(List.of(imported), before == null ? Answer.recorded(body) : Answer.unchanged(body));
    }

    private static List<Fault> faults(PupilState state, List<EarlierSession> sessions) {
        List<Fault> faults = new ArrayList<>();
        Set<SessionKey> seen = new HashSet<>();
        for (int i = 0; i < sessions.size(); i++) {
            EarlierSession each = sessions.get(i);
            String pointer = "/sessions/" + i;
            if (!seen.add(each.session())) {
                faults.add(new Fault(pointer, "This session is named twice."));
            }
            if (!each.session().date().isBefore(state.roll().getLast().from())) {
                faults.add(new Fault(pointer + "/date", "This is not before the pupil's starting day here."));
            } else if (state.onRoll(each.session().date())) {
                faults.add(new Fault(pointer + "/date", "The pupil was on roll here on this date."));
            }
            for (CodeFault fault : CodeRules.inForce(each.code(), each.session())) {
                faults.add(new Fault(pointer + "/" + fault.field().json(), fault.message()));
            }
        }
        return faults;
    }
}
