package dev.cordon.testing;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client of the port for operators. */
public final class Management {
    private Management() {}

    /** @param path below {@code /q} */
    public static Response get(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return RestAssured.given().port(port).get("/q" + path);
    }
}
