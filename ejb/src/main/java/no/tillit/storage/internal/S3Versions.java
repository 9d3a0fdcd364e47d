package no.tillit.storage.internal;

import java.io.IOException;
import java.time.Instant;
import no.tillit.storage.BlobGone;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of a bucket with all their versions: one that is hidden under a newer one, or under a mark of deletion, is
 * listed and deleted like any other. Where a server says that it knows no versions (501), there are none.
 *
 * @param client of the bucket
 */
record S3Versions(S3Client client, String bucket) {
    private static final int NOT_IMPLEMENTED = 501;
    private static final int NOT_FOUND = 404;

    /** What is done with each name. */
    interface Visitor {
        void visit(String key) throws IOException;
    }

    /** Removes the object with all its versions and marks of deletion; false when there was none. */
    boolean delete(String key) throws IOException {
        try {
            return deleteVersions(key);
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_IMPLEMENTED) {
                throw S3Failure.of(e);
            }
            return deleteOnly(key);
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    private boolean deleteVersions(String key) {
        boolean there = false;
        for (var page : client.listObjectVersionsPaginator(v -> v.bucket(bucket).prefix(key))) {
            for (ObjectVersion version : page.versions()) {
                remove(key, version.versionId());
                there = true;
            }
            for (DeleteMarkerEntry mark : page.deleteMarkers()) {
                remove(key, mark.versionId());
            }
        }
        return there;
    }

    private void remove(String key, String version) {
        client.deleteObject(d -> d.bucket(bucket).key(key).versionId(version));
    }

    private boolean deleteOnly(String key) throws IOException {
        try {
            length(key);
        } catch (BlobGone gone) {
            return false;
        }
        try {
            client.deleteObject(d -> d.bucket(bucket).key(key));
            return true;
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    /** Bytes of the object's current version. */
    long length(String key) throws IOException {
        try {
            return client.headObject(h -> h.bucket(bucket).key(key)).contentLength();
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                throw new BlobGone(key, e);
            }
            throw S3Failure.of(e);
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    /** Every name under the prefix, once, that had a version before the moment given. */
    void each(String prefix, Instant before, Visitor visitor) throws IOException {
        try {
            eachVersion(prefix, before, visitor);
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_IMPLEMENTED) {
                throw S3Failure.of(e);
            }
            eachObject(prefix, before, visitor);
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    private void eachVersion(String prefix, Instant before, Visitor visitor) throws IOException {
        String last = "";
        for (var page : client.listObjectVersionsPaginator(v -> v.bucket(bucket).prefix(prefix))) {
            for (ObjectVersion version : page.versions()) {
                if (version.lastModified().isBefore(before) && !version.key().equals(last)) {
                    last = version.key();
                    visitor.visit(last);
                }
            }
        }
    }

    private void eachObject(String prefix, Instant before, Visitor visitor) throws IOException {
        try {
            for (var page : client.listObjectsV2Paginator(o -> o.bucket(bucket).prefix(prefix))) {
                for (S3Object object : page.contents()) {
                    if (object.lastModified().isBefore(before)) {
                        visitor.visit(object.key());
                    }
                }
            }
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }
}
