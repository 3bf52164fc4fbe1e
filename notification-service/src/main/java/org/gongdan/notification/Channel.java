package org.gongdan.notification;

/** How a message travels. */
public enum Channel {
    EMAIL
}
