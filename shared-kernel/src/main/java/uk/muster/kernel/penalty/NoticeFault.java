package uk.muster.kernel.penalty;

/** Why a notice may not be given: a JSON pointer into what was proposed ({@code /issuedOn}) and a sentence, which names nobody. */
public record NoticeFault(String pointer, String message) {}
