package org.gongdan.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;

/** Refusals the gateway makes itself, as RFC 9457 bodies in Chinese, or English when the client prefers it. */
enum Problem {
    BAD_PATH(400, "invalid-path", "路径无效", "路径中不能包含“..”、重复斜杠或编码后的分隔符。",
            "Invalid path", "The path must not contain dot segments, double slashes or encoded separators."),
    BAD_RETURN_PATH(400, "invalid-return-path", "返回地址无效", "参数 to 只能是本站内以“/”开头的路径。",
            "Invalid return path", "The parameter `to` must be a path of this site starting with a slash."),
    BAD_LOGOUT_TOKEN(400, "invalid-logout-token", "登出令牌无效", "请求中没有有效的登出令牌。",
            "Invalid logout token", "The request carries no valid logout token."),
    UNAUTHENTICATED(401, "unauthenticated", "未登录", "请先登录，或提供有效的访问令牌。",
            "Not signed in", "Sign in first or send a valid access token."),
    CROSS_SITE(403, "cross-site-request", "请求来源被拒绝", "缺少 X-Gongdan-Csrf 请求头，或请求来自其他网站。",
            "Request origin refused", "The header X-Gongdan-Csrf is missing or the request came from another site."),
    NOT_FOUND(404, "not-found", "未找到", "没有这个地址。", "Not found", "There is nothing at this address."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "不支持的方法", "此地址不支持该请求方法。",
            "Method not allowed", "This address does not support the request method."),
    BODY_TOO_SLOW(408, "request-timeout", "请求超时", "请求内容没有在规定时间内发送完毕。",
            "Request timeout", "The request body did not arrive in time."),
    BODY_TOO_LARGE(413, "body-too-large", "请求内容过大", "请求内容超过允许的大小。",
            "Request body too large", "The request body is larger than allowed."),
    TOO_MANY_REQUESTS(429, "too-many-requests", "请求过于频繁", "请稍后再试。", "Too many requests", "Please retry later."),
    BAD_GATEWAY(502, "bad-gateway", "服务应答中断", "服务没有给出完整的应答。",
            "Broken answer", "The service did not give a complete answer."),
    SERVICE_UNAVAILABLE(503, "service-unavailable", "服务暂不可用", "服务正在恢复，请稍后再试。",
            "Service unavailable", "The service is recovering, please retry later."),
    SIGN_IN_UNAVAILABLE(503, "sign-in-unavailable", "登录服务暂不可用", "身份服务没有应答，请稍后再试。",
            "Sign-in unavailable", "The identity provider does not answer, please retry later."),
    SERVICE_TIMEOUT(504, "service-timeout", "服务应答超时", "服务没有在规定时间内应答，操作可能已经执行。",
            "Service timeout", "The service did not answer in time; the operation may have been carried out.");

    private static final String TYPE = "/problems/";

    private final int status;
    private final String slug;
    private final String title;
    private final String detail;
    private final String englishTitle;
    private final String englishDetail;

    Problem(int status, String slug, String title, String detail, String englishTitle, String englishDetail) {
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.detail = detail;
        this.englishTitle = englishTitle;
        this.englishDetail = englishDetail;
    }

    int status() {
        return status;
    }

    String slug() {
        return slug;
    }

    String detail(boolean english) {
        return english ? englishDetail : detail;
    }

    void answer(RoutingContext rc, long retryAfterSeconds) {
        rc.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds));
        answer(rc);
    }

    void answer(RoutingContext rc) {
        var response = rc.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        var english = prefersEnglish(rc);
        var body = new JsonObject()
                .put("type", TYPE + slug)
                .put("title", english ? englishTitle : title)
                .put("status", status)
                .put("detail", detail(english))
                .put("instance", rc.request().path())
                .put("traceId", Trace.id(rc));
        // A body nobody reads would block the connection; one that is too large or too slow is not worth reading at all.
        if (this == BODY_TOO_LARGE || this == BODY_TOO_SLOW) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, english ? "en" : "zh-CN")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body.toBuffer());
        rc.request().resume();
    }

    private static boolean prefersEnglish(RoutingContext rc) {
        for (LanguageHeader language : rc.acceptableLanguages()) {
            switch (language.tag().toLowerCase()) {
                case "en" -> {
                    return true;
                }
                case "zh" -> {
                    return false;
                }
                default -> { }
            }
        }
        return false;
    }
}
