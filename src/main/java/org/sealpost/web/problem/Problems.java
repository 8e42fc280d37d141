package org.sealpost.web.problem;

import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Refusal;
import org.sealpost.web.settings.UploadLimits;

/** Every problem there is, in one place. */
public final class Problems {
    private final UploadLimits limits;

    public Problems(UploadLimits limits) {
        this.limits = limits;
    }

    public Problem signInNeeded() {
        return new Problem(401, "sign-in-needed", "Sign in", "You are not signed in, or the password is wrong.");
    }

    public Problem tooManyAttempts() {
        return new Problem(
                429, "too-many-attempts", "Wait", "Too many wrong passwords. Wait 15 minutes before you try again.");
    }

    public Problem tooManyRequests() {
        return new Problem(
                429,
                "too-many-requests",
                "Wait",
                "This was asked for too often. Nothing was taken. Try again after the seconds in Retry-After.");
    }

    public Problem notAllowed() {
        return new Problem(403, "not-allowed", "Not allowed", "This account may not do that.");
    }

    public Problem notFound() {
        return new Problem(
                404,
                "not-found",
                "Not found",
                "There is no such submission of yours. Check the reference, letter by letter.");
    }

    public Problem noSuchAddress() {
        return new Problem(404, "no-such-address", "No such address", "There is nothing at this address.");
    }

    public Problem wrongMethod() {
        return new Problem(405, "wrong-method", "Wrong method", "This address does not do that; see Allow.");
    }

    public Problem noReceiptYet() {
        return new Problem(404, "no-receipt-yet", "No receipt yet", "The force has not confirmed this submission yet.");
    }

    public Problem tooLargeTogether() {
        return new Problem(
                413,
                "too-large",
                "Too large",
                "The files are larger than " + Sizes.words(limits.submission())
                        + " together. Nothing was taken. Send them in several goes.");
    }

    public Problem fileTooLarge() {
        return new Problem(
                413,
                "file-too-large",
                "Too large",
                "A file is larger than " + Sizes.words(limits.file()) + ". Nothing was taken.");
    }

    public Problem tooManyFiles() {
        return new Problem(
                413,
                "too-many-files",
                "Too many files",
                "There are more than " + limits.files() + " files. Nothing was taken. Send them in several goes.");
    }

    public Problem noFile() {
        return new Problem(422, "no-file", "No file", "Choose at least one file to send.");
    }

    public Problem emptyFile() {
        return new Problem(
                422,
                "empty-file",
                "Empty file",
                "A file is empty. Nothing was taken. Check the file and send it again.");
    }

    public Problem wordsBesideFiles() {
        return new Problem(
                422,
                "words-beside-files",
                "Words beside the files",
                "There are words in a field beside the files, and only files are passed on. Nothing was taken. Put the"
                        + " words into a file and send it with the others.");
    }

    public Problem unnamedPart() {
        return new Problem(
                400,
                "unnamed-part",
                "Unnamed part",
                "A part of the upload has no name, so we cannot tell what it is. Nothing was taken.");
    }

    public Problem unsupportedType() {
        return new Problem(
                415,
                "unsupported-type",
                "Unsupported type",
                "Send files as multipart/form-data, or one file as the body with its own content type.");
    }

    public Problem unreadableRequest() {
        return new Problem(
                400,
                "unreadable-request",
                "Unreadable",
                "The upload was cut short or damaged. Nothing was taken. Send it again.");
    }

    public Problem busy() {
        return new Problem(
                503, "busy", "Busy", "Too many uploads at this moment. Nothing was taken. Try again in a minute.");
    }

    public Problem notStored() {
        return new Problem(
                503,
                "not-stored",
                "Not stored",
                "We could not store it, so treat it as not sent. Send the same files again in a minute: they are never"
                        + " taken twice.");
    }

    /** What the use case itself turned away. */
    public Problem refused(Refusal why) {
        return new Problem(422, why.code(), "Not taken", why.sentence());
    }

    /** A request that cannot be made sense of. */
    static Problem notUnderstood(int status) {
        return new Problem(
                status,
                status < 500 ? "not-understood" : "fault",
                status < 500 ? "Not understood" : "Fault",
                "This could not be done. If you were sending something and have no reference, treat it as not sent.");
    }

    /** Where nothing more than the status is known. */
    public Problem ofStatus(int status) {
        return switch (status) {
            case 403 -> notAllowed();
            case 404 -> noSuchAddress();
            case 405 -> wrongMethod();
            case 415 -> unsupportedType();
            default -> notUnderstood(status);
        };
    }

    /** Those that a page may be sent back with, found by their code. */
    public Optional<Problem> ofPage(String code) {
        return List.of(
                        tooLargeTogether(),
                        tooManyFiles(),
                        busy(),
                        unsupportedType(),
                        unreadableRequest(),
                        unnamedPart())
                .stream()
                .filter(problem -> problem.code().equals(code))
                .findAny();
    }
}
