package org.gongdan.gateway;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Refusals the gateway makes itself, as RFC 9457 bodies in Chinese, or English when the client prefers it. */
enum Problem {
    BAD_PATH(400, "invalid-path", "路径无效", "路径中不能包含“..”、重复斜杠或编码后的分隔符。",
            "Invalid path", "The path must not contain dot segments, double slashes or encoded separators."),
    BAD_RETURN_PATH(400, "invalid-return-path", "返回地址无效", "参数 to 只能是本站内以“/”开头的路径。",
            "Invalid return path", "The parameter `to` must be a path of this site starting with a slash."),
    UNKNOWN_LANGUAGE(400, "unknown-language", "没有这种语言", "参数 to 只能是 zh-CN 或 en。",
            "Unknown language", "The parameter `to` must be zh-CN or en."),
    BAD_LOGOUT_TOKEN(400, "invalid-logout-token", "登出令牌无效", "请求中没有有效的登出令牌。",
            "Invalid logout token", "The request carries no valid logout token."),
    MALFORMED_REQUEST(400, "malformed-request", "请求格式错误", "请求行、请求头或请求内容的分段不符合 HTTP/1.1 的写法。",
            "Malformed request", "Request line, headers or framing of the body are not HTTP/1.1 as it must be written."),
    UNEXPECTED_BODY(400, "unexpected-body", "不应有请求内容", "GET 和 HEAD 请求不能带请求内容。",
            "Unexpected body", "Requests with GET and HEAD carry no body."),
    UNAUTHENTICATED(401, "unauthenticated", "未登录", "请先登录，或提供有效的访问令牌。",
            "Not signed in", "Sign in first or send a valid access token."),
    SIGN_IN_FAILED(401, "sign-in-failed", "登录未完成", "登录已中断、已过期，或不是从本站开始的，请重新登录。",
            "Sign-in not completed", "The sign-in was broken off, has expired or did not begin here; please sign in again."),
    FORBIDDEN(403, "forbidden", "无权访问", "您无权执行此操作。", "Forbidden", "You may not do this."),
    CROSS_SITE(403, "cross-site-request", "请求来源被拒绝", "缺少 X-Gongdan-Csrf 请求头，或请求来自其他网站。",
            "Request origin refused", "The header X-Gongdan-Csrf is missing or the request came from another site."),
    NOT_FOUND(404, "not-found", "未找到", "没有这个地址。", "Not found", "There is nothing at this address."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "不支持的方法", "此地址不支持该请求方法。",
            "Method not allowed", "This address does not support the request method."),
    REQUEST_TOO_SLOW(408, "request-timeout", "请求超时", "请求没有在规定时间内发送完毕。",
            "Request timeout", "The request did not arrive in time."),
    BODY_TOO_LARGE(413, "body-too-large", "请求内容过大", "请求内容超过允许的大小。",
            "Request body too large", "The request body is larger than allowed."),
    TARGET_TOO_LONG(414, "address-too-long", "地址过长", "请求的地址超过允许的长度。", "Address too long",
            "The address of the request is longer than allowed."),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "不支持的内容类型", "此地址不接受该类型的请求内容。",
            "Unsupported media type", "This address does not take a body of this type."),
    RANGE_NOT_THERE(416, "range-not-satisfiable", "请求的范围不存在", "文件没有这一部分。", "No such range", "The file has no such part."),
    TOO_MANY_REQUESTS(429, "too-many-requests", "请求过于频繁", "请稍后再试。", "Too many requests", "Please retry later."),
    TOO_MANY_CALLS(429, "too-many-calls", "同时进行的请求过多", "请等待前面的请求得到应答后再试。",
            "Too many calls at once", "Wait for the answers to earlier requests before you send more."),
    TOO_MANY_STREAMS(429, "too-many-streams", "打开的事件流过多", "请先关闭其他页面或事件流。",
            "Too many event streams", "Close other pages or event streams first."),
    TOO_MANY_CONNECTIONS(429, "too-many-connections", "连接过多", "此地址打开的连接过多，请稍后再试。",
            "Too many connections", "There are too many connections from this address, please retry later."),
    HEADERS_TOO_LARGE(431, "headers-too-large", "请求头过大", "请求头过多或过大。",
            "Headers too large", "The request has too many headers or they are too large."),
    INTERNAL(500, "internal-error", "内部错误", "网关出现意外错误，请提供 traceId 以便查询。",
            "Internal error", "The gateway failed unexpectedly; please report the traceId."),
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
        var english = Language.english(String.join(",", rc.request().headers().getAll(HttpHeaders.ACCEPT_LANGUAGE)));
        var body = body(english, rc.request().path(), Trace.id(rc));
        // A body nobody reads would block the connection; one that is too large or too slow is not worth reading at all.
        // Who asked whether to send it may send it or not, so that nobody knows where the next request begins.
        if (this == BODY_TOO_LARGE || this == REQUEST_TOO_SLOW || Expectation.of(rc.request()) && !rc.request().isEnded()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, english ? "en" : "zh-CN")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body.toBuffer());
        rc.request().resume();
    }

    /** The answer as bytes of the wire, for what never became a request. @param instance path of the request, or null */
    FullHttpResponse raw(boolean english, String instance) {
        var content = Unpooled.wrappedBuffer(body(english, instance, Trace.startId()).toBuffer().getBytes());
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), content);
        response.headers()
                .set(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaders.CONTENT_LANGUAGE, english ? "en" : "zh-CN")
                .set(HttpHeaders.CONTENT_LENGTH, content.readableBytes())
                .set(HttpHeaders.CACHE_CONTROL, "no-store")
                .set("X-Content-Type-Options", "nosniff")
                .set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        if (status == TOO_MANY_CONNECTIONS.status) {
            response.headers().set(HttpHeaders.RETRY_AFTER, 10);
        }
        return response;
    }

    /** What a framework says by a bare number. */
    static Problem of(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 408 -> REQUEST_TOO_SLOW;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> TARGET_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 416 -> RANGE_NOT_THERE;
            case 431 -> HEADERS_TOO_LARGE;
            default -> status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL;
        };
    }

    private JsonObject body(boolean english, String instance, String traceId) {
        var body = new JsonObject()
                .put("type", TYPE + slug)
                .put("title", english ? englishTitle : title)
                .put("status", status)
                .put("detail", detail(english));
        if (instance != null) {
            body.put("instance", instance);
        }
        return body.put("traceId", traceId);
    }
}
