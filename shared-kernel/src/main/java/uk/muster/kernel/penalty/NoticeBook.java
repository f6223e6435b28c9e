package uk.muster.kernel.penalty;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveConcluded;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveGiven;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticePaid;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeProsecuted;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeReceived;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeWithdrawn;

/** The notices for a pupil at a school, in the order in which they were recorded: the fold of their facts. None is ever taken out. */
public final class NoticeBook {

    /** No notice was ever recorded. */
    public static final NoticeBook EMPTY = new NoticeBook(Map.of(), Map.of());

    private final Map<UUID, Notice> penalties;
    private final Map<UUID, NoticeToImprove> improvements;

    private NoticeBook(Map<UUID, Notice> penalties, Map<UUID, NoticeToImprove> improvements) {
        this.penalties = penalties;
        this.improvements = improvements;
    }

    /** The book after one more fact. */
    public NoticeBook after(PenaltyEvent event) {
        return switch (event) {
            case PenaltyNoticeIssued e -> new NoticeBook(with(penalties, e.entryId(), Notice.of(e)), improvements);
            case PenaltyNoticeReceived e -> changed(e, notice -> notice.received(e.on()));
            case PenaltyNoticePaid e -> changed(e, notice -> notice.paid(e.amount()));
            case PenaltyNoticeWithdrawn e -> changed(e, notice -> notice.withdrawn(e.on()));
            case PenaltyNoticeProsecuted e -> changed(e, notice -> notice.prosecuted(e.outcome()));
            case NoticeToImproveGiven e ->
                new NoticeBook(penalties, with(improvements, e.entryId(), NoticeToImprove.of(e)));
            case NoticeToImproveConcluded e ->
                improvement(e.noticeId())
                        .map(notice -> new NoticeBook(penalties, with(improvements, e.noticeId(), notice.conclude())))
                        .orElse(this);
        };
    }

    public List<Notice> penalties() {
        return List.copyOf(penalties.values());
    }

    public List<NoticeToImprove> improvements() {
        return List.copyOf(improvements.values());
    }

    /** The day of issue of the last notice for absence that stands. */
    public Optional<LocalDate> lastNational() {
        return penalties.values().stream()
                .filter(notice -> notice.kind() == NoticeKind.NATIONAL && notice.withdrawnOn() == null)
                .map(Notice::issuedOn)
                .max(LocalDate::compareTo);
    }

    public Optional<Notice> penalty(UUID id) {
        return Optional.ofNullable(penalties.get(id));
    }

    public Optional<NoticeToImprove> improvement(UUID id) {
        return Optional.ofNullable(improvements.get(id));
    }

    private NoticeBook changed(PenaltyEvent event, UnaryOperator<Notice> change) {
        return penalty(event.noticeId())
                .map(notice -> new NoticeBook(with(penalties, event.noticeId(), change.apply(notice)), improvements))
                .orElse(this);
    }

    private static <T> Map<UUID, T> with(Map<UUID, T> before, UUID id, T value) {
        Map<UUID, T> after = new LinkedHashMap<>(before);
        after.put(id, value);
        return after;
    }
}
