package org.gongdan.knowledge.search;

import java.util.UUID;

/** An article that fits a question. @param score how well, comparable within one answer only */
public record Hit(UUID articleId, float score) {
}
