package no.tillit.storage.internal;

import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket did not do what it was asked; says how it answered, if it did. */
final class S3Failure extends IOException {
    private static final long serialVersionUID = 1L;

    private S3Failure(String message, SdkException cause) {
        super(message, cause);
    }

    static S3Failure of(SdkException failure) {
        return failure instanceof S3Exception answer
                ? new S3Failure("the bucket answered " + answer.statusCode(), failure)
                : new S3Failure("the bucket did not answer", failure);
    }
}
