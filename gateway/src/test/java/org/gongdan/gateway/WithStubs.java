package org.gongdan.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** The gateway between stub services and a stub identity provider, with a real broker; one start for all classes that say so. */
@WithTestResource(value = StubServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StubIdentityProvider.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StubBroker.class, scope = TestResourceScope.GLOBAL)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface WithStubs {}
