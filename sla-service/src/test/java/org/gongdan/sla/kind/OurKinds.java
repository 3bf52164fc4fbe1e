package org.gongdan.sla.kind;

/** The kinds we ship, for tests of other features. */
public final class OurKinds {

    private OurKinds() {
    }

    public static Kinds all() {
        return new Kinds(KindFixtures.ours());
    }
}
