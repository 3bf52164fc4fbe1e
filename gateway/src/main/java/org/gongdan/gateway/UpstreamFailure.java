package org.gongdan.gateway;

/** The service's fault, as opposed to the client's: only these count for the breaker. No stack, it is made on hot paths. */
final class UpstreamFailure extends RuntimeException {

    final Problem problem;

    UpstreamFailure(Problem problem, Throwable cause) {
        super(cause.toString(), cause, false, false);
        this.problem = problem;
    }
}
