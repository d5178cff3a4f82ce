package io.tinyanalytics.query.errors;

/**
 * The body of every answer that is an error.
 *
 * @param error one sentence for a person
 * @param code a word for a program, which keeps its meaning when the sentence is reworded
 */
public record ApiError(String error, String code) {}
