package org.gongdan.sla.hearing;

/** A rule too particular for data, called by its name: says of an event that it does not do what it usually does. */
public interface Exemption {

    String name();

    boolean holds(Body event);
}
