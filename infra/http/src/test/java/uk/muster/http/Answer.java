package uk.muster.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service answered. */
public record Answer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(response.body());
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Asserts that this is a problem as the contract writes them. */
    public Answer isProblem(int status, String slug) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(json().path("type").stringValue()).isEqualTo("/problems/" + slug);
        assertThat(json().path("status").intValue()).isEqualTo(status);
        assertThat(json().path("title").stringValue()).isNotBlank();
        assertThat(json().path("detail").stringValue()).isNotBlank();
        return this;
    }

    /** The JSON pointers of the faults, in order. */
    public List<String> pointers() {
        List<String> pointers = new ArrayList<>();
        json().path("errors")
                .forEach(error -> pointers.add(error.path("pointer").stringValue()));
        return pointers;
    }
}
