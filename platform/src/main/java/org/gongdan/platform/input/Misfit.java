package org.gongdan.platform.input;

import org.gongdan.platform.problem.DomainException.InvalidInput;

/** A value that may not be read. It does not know the field it stands in; whoever reads the field adds its name. */
public final class Misfit extends RuntimeException {

    private final String code;
    private final transient Object[] arguments;

    /** @param code of a sentence in the problem bundles, with its arguments */
    public Misfit(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = arguments;
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments;
    }

    /** The same, as the refusal of a field of the request. */
    public InvalidInput in(String field) {
        return new InvalidInput(field, code, arguments);
    }
}
