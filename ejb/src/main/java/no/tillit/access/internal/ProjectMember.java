package no.tillit.access.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import no.tillit.access.Membership;
import no.tillit.access.Role;
import no.tillit.kernel.ProjectId;

/** A member holds one role in a project. */
@Entity
@Table(name = "project_member")
public class ProjectMember {
    /** A project and a user name. */
    @Embeddable
    public record Key(
            @Column(name = "project_id") UUID project,
            @Column(name = "username") String username) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "role")
    private String role;

    @Column(name = "contacts")
    private boolean contacts;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "added_by")
    private String addedBy;

    @SuppressWarnings("NullAway.Init")
    protected ProjectMember() {}

    ProjectMember(Key key, Membership membership, Instant addedAt, String addedBy) {
        this.key = key;
        this.role = membership.role().keycloakName();
        this.contacts = membership.contacts();
        this.addedAt = addedAt;
        this.addedBy = addedBy;
    }

    void change(Membership membership) {
        this.role = membership.role().keycloakName();
        this.contacts = membership.contacts();
    }

    Membership toMembership() {
        return new Membership(
                new ProjectId(key.project()), key.username(), Role.named(role).orElseThrow(), contacts);
    }
}
