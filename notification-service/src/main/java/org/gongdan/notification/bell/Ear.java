package org.gongdan.notification.bell;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Somebody whom an event concerns, found in its body or in what we know of its ticket and visit. */
enum Ear {

    ASSIGNEE {
        @Override
        Stream<String> audiences(JsonNode body, Known known) {
            return other(text(body, "assignee"), body);
        }
    },
    /** To whom a ticket is offered; nobody hears where that is a team and no account. */
    OFFERED {
        @Override
        Stream<String> audiences(JsonNode body, Known known) {
            return other(text(body, "to"), body);
        }
    },
    /** Who is responsible for the ticket, or the desk while nobody is; what is about no ticket (a shift) is the supervisors' business. */
    OWNER {
        @Override
        Stream<String> audiences(JsonNode body, Known known) {
            if (text(body, "ticketId") == null) {
                return Stream.of(role("supervisor"));
            }
            return known.owner() == null ? Stream.of(role("agent")) : other(known.owner(), body);
        }
    },
    /** Who goes, or the one who was to go. */
    ENGINEER {
        @Override
        Stream<String> audiences(JsonNode body, Known known) {
            String engineer = text(body, "engineerId");
            return Stream.of(engineer == null ? known.engineer() : UUID.fromString(engineer)).filter(Objects::nonNull)
                    .map(Ear::engineer);
        }
    },
    /** Whom a step of an escalation names: those on duty, else the role. */
    ESCALATED {
        @Override
        Stream<String> audiences(JsonNode body, Known known) {
            List<String> onDuty = StreamSupport.stream(body.path("onDuty").spliterator(), false).map(JsonNode::asText).toList();
            return onDuty.isEmpty() ? Stream.of(role(text(body, "role"))) : onDuty.stream().map(Ear::user);
        }
    },
    AGENTS {
        @Override
        Stream<String> audiences(JsonNode body, Known known) {
            return Stream.of(role("agent"));
        }
    },
    /** Supervisors and dispatchers. */
    SUPERVISORS {
        @Override
        Stream<String> audiences(JsonNode body, Known known) {
            return Stream.of(role("supervisor"));
        }
    },
    CUSTOMER {
        @Override
        Stream<String> audiences(JsonNode body, Known known) {
            return Stream.ofNullable(text(body, "customerId")).map(id -> customer(UUID.fromString(id)));
        }
    };

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * What the event's body does not say.
     *
     * @param owner    user name of who is responsible for the ticket, or null
     * @param engineer id of who goes, or null
     */
    record Known(String owner, UUID engineer) {
    }

    abstract Stream<String> audiences(JsonNode body, Known known);

    /** @param name of an account; engineers are also named by their ids, when somebody chose them from a list */
    static String user(String name) {
        return ID.matcher(name).matches() ? engineer(UUID.fromString(name)) : "user:" + name;
    }

    static String engineer(UUID id) {
        return "engineer:" + id;
    }

    static String role(String role) {
        return "role:" + role;
    }

    static String customer(UUID id) {
        return "customer:" + id;
    }

    /** Nobody needs to be told of what he did himself. */
    static Stream<String> other(String name, JsonNode body) {
        return name == null || name.equals(text(body, "by")) ? Stream.empty() : Stream.of(user(name));
    }

    static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
