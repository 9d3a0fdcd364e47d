package no.tillit.launcher;

import java.util.List;

/** An invented person of the development realm; the password is the username. */
public record DemoUser(String username, String givenName, String familyName, String role, String note) {

    /** One for each role; two researchers in different projects, two privacy officers for deletions. */
    public static final List<DemoUser> ALL = List.of(
            new DemoUser("ingrid", "Ingrid", "Solbakken", "researcher", "forsker, «Veien ut 2026»"),
            new DemoUser("oyvind", "Øyvind", "Nesheim", "researcher", "forsker, «Nye spor – evaluering»"),
            new DemoUser("jonas", "Jonas", "Brekkhus", "caseworker", "veileder"),
            new DemoUser("solveig", "Solveig", "Myrvang", "project-lead", "prosjektleder"),
            new DemoUser("marit", "Marit", "Lønnestad", "privacy-officer", "personvernombud"),
            new DemoUser("henrik", "Henrik", "Aasvær", "privacy-officer", "personvernombud"),
            new DemoUser("audun", "Audun", "Fjeldberg", "auditor", "revisor"),
            new DemoUser("olga", "Olga", "Tverrelv", "operator", "drift"),
            new DemoUser("petter", "Petter", "Kvamsdal", "partner", "samarbeidspart"));
}
