package uk.muster.benchmarks.lists;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import uk.muster.benchmarks.load.LoadClient;
import uk.muster.benchmarks.load.Outcome;
import uk.muster.benchmarks.load.RequestBuffer;
import uk.muster.benchmarks.load.Requests;
import uk.muster.benchmarks.load.Response;
import uk.muster.simulator.http.Bodies;
import uk.muster.simulator.school.SchoolPlan;

/** Puts every school once more, now naming the trust as its own. */
final class JoiningTrust implements Requests {

    private final LoadClient client;
    private final byte[] headers;
    private final Outcome outcome = new Outcome();
    private Iterator<SchoolPlan> schools = List.<SchoolPlan>of().iterator();
    private int number;

    JoiningTrust(LoadClient client, byte[] headers) {
        this.client = client;
        this.headers = headers;
    }

    /** @throws IllegalStateException when anything is refused */
    void join(List<SchoolPlan> all) throws IOException {
        schools = all.iterator();
        client.run(this);
        outcome.requireNoRefusal();
    }

    @Override
    public int write(RequestBuffer out) {
        if (!schools.hasNext()) {
            return NONE;
        }
        SchoolPlan school = schools.next();
        out.add(Bodies.school(school, TimedList.TRUST)).end("PUT /api/v1/schools/" + school.urn(), headers);
        return number++;
    }

    @Override
    public void answered(int answered, Response response, long nanos) {
        outcome.count("A school", response);
    }
}
