package no.tillit.storage.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import no.tillit.storage.Storage;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object, of which only the ranges asked for are fetched. */
record S3Reading(S3Client client, String bucket, String key, long length) implements Storage.Reading {
    @Override
    public InputStream bytes(long from, long toExclusive) throws IOException {
        if (from == toExclusive) {
            return InputStream.nullInputStream();
        }
        try {
            String range = "bytes=" + from + "-" + (toExclusive - 1);
            return new Part(client.getObject(g -> g.bucket(bucket).key(key).range(range)), toExclusive - from);
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    @Override
    public void close() {
        // Every range has a connection of its own.
    }

    /** Ends at its length; what is not read to its end is dropped with its connection. */
    private static final class Part extends FilterInputStream {
        private final ResponseInputStream<GetObjectResponse> answer;
        private long left;

        Part(ResponseInputStream<GetObjectResponse> answer, long length) {
            super(answer);
            this.answer = answer;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            int most = (int) Math.min(wanted, left);
            if (most <= 0) {
                return wanted == 0 ? 0 : -1;
            }
            try {
                int read = answer.read(into, offset, most);
                left -= Math.max(0, read);
                return read;
            } catch (SdkException e) {
                throw S3Failure.of(e);
            }
        }

        @Override
        public void close() throws IOException {
            if (left > 0) {
                answer.abort();
            } else {
                answer.close();
            }
        }
    }
}
