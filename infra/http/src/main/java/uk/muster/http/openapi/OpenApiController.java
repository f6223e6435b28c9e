package uk.muster.http.openapi;

import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Publishes the contract, to anyone who asks: it says nothing about a school. */
@RestController
@ConditionalOnResource(resources = OpenApiDocument.PLACE)
public class OpenApiController {

    private final byte[] document;

    public OpenApiController(ApplicationContext context, JsonMapper json) {
        this.document = json.writeValueAsBytes(OpenApiDocument.of(context).tree());
    }

    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document() {
        return document;
    }
}
