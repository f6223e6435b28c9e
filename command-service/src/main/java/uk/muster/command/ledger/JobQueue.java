package uk.muster.command.ledger;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends that wait for the writer. Anyone may put one in; the writer's thread alone takes them out, a group at a time. */
final class JobQueue {

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

    private final LedgerSettings settings;
    private final BlockingQueue<Job> waiting;
    private final Deque<Job> again = new ArrayDeque<>();
    private int lastGroup;

    JobQueue(LedgerSettings settings) {
        this.settings = settings;
        this.waiting = new ArrayBlockingQueue<>(settings.queueCapacity());
    }

    /** Puts a job in, waiting for room; false when there was none in time. */
    boolean offer(Job job) {
        try {
            return waiting.offer(job, settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What waits, at most a group; empty when nothing came within a heartbeat. Appends that come in numbers are let gather. */
    List<Job> next() {
        List<Job> jobs = new ArrayList<>();
        while (!again.isEmpty() && jobs.size() < settings.groupSize()) {
            jobs.add(again.removeFirst());
        }
        if (jobs.isEmpty()) {
            try {
                Job first = waiting.poll(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) {
                    return jobs;
                }
                jobs.add(first);
            } catch (InterruptedException e) {
                LOG.debug("The writer goes on until it is closed.", e);
                return jobs;
            }
        }
        if (lastGroup > 1) {
            pause(settings.gather());
        }
        waiting.drainTo(jobs, settings.groupSize() - jobs.size());
        lastGroup = jobs.size();
        return jobs;
    }

    /** Jobs that were taken out and could not be tried: they come first the next time. */
    void putBack(Collection<Job> jobs) {
        again.addAll(jobs);
    }

    /** Refuses who has waited for longer than is bearable. */
    void refuseOverdue(RuntimeException why) {
        while (!again.isEmpty() && again.getFirst().isOlderThan(settings.patience())) {
            again.removeFirst().refuse(why);
        }
        for (Job job = waiting.peek(); job != null && job.isOlderThan(settings.patience()); job = waiting.peek()) {
            waiting.remove().refuse(why);
        }
    }

    void refuseAll(RuntimeException why) {
        List<Job> all = new ArrayList<>(again);
        again.clear();
        waiting.drainTo(all);
        all.forEach(job -> job.refuse(why));
    }

    /** Lets time pass on purpose: appends gather meanwhile, or a database that is away has time to come back. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            LOG.debug("The writer goes on until it is closed.", e);
        }
    }
}
