package org.gongdan.gateway;

/** A call that failed because of its client: gone, too slow or sending too much. Never counts for the breaker. */
final class ClientFault extends RuntimeException {

    final Problem problem;

    ClientFault(Problem problem, Throwable cause) {
        super(cause.toString(), cause, false, false);
        this.problem = problem;
    }
}
