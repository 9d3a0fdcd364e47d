package no.tillit.launcher;

import java.io.PrintWriter;

/** What one needs to know when everything runs. */
final class Welcome {

    private final StackPlan plan;

    Welcome(StackPlan plan) {
        this.plan = plan;
    }

    void print(PrintWriter out) {
        out.printf("%nTillit is running.%n%n");
        out.printf("  Pages      %s%n", plan.publicUrl());
        out.printf("  API        %s/api/v1   (description: %s/api/openapi)%n", plan.publicUrl(), plan.publicUrl());
        out.printf(
                "  Keycloak   http://localhost:%d   (admin; password in %s)%n",
                plan.ports().keycloak(), plan.data().resolve("secrets/keycloak-admin"));
        out.printf("%n  Demo users (the password is the username):%n");
        for (DemoUser user : DemoUser.ALL) {
            out.printf(
                    "    %-8s %-18s %-16s %s%n",
                    user.username(), user.givenName() + " " + user.familyName(), user.role(), user.note());
        }
        out.printf("%n  Data       %s%n", plan.data());
        out.printf(
                "  Root key   %s   (passphrase in %s)%n",
                plan.data().resolve("keys/root.bcfks"), plan.data().resolve("secrets/keystore"));
        out.printf("  Logs       %s%n", plan.data().resolve("log"));
        out.printf("%nCtrl-C stops everything.%n");
        out.flush();
    }
}
