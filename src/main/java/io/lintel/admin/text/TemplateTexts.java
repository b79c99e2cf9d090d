package io.lintel.admin.text;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The namespace {@code t} of the templates: {@code {t:people_add_a_person}} is a text of the page's language, {@code {t:say(text)}}
 * what Java code said, {@code {t:setting(key, effect)}} what a setting does, {@code {t:settingName(key)}} what it is called, {@code {t:choice(key, word)}} and {@code {t:unit(unit)}} what its
 * words and units mean, {@code {t:language}} the language's code.
 */
@Singleton
public class TemplateTexts {

    private static final String LANGUAGE = "language";

    /** Asked for with each page only: the engine is made before there are settings. */
    private final Provider<RequestLanguage> request;

    TemplateTexts(Provider<RequestLanguage> request) {
        this.request = request;
    }

    void configure(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> in(request.get().get(), template));
        engine.addNamespaceResolver(namespace());
    }

    static NamespaceResolver namespace() {
        return NamespaceResolver.builder("t")
                .resolveAsync(TemplateTexts::resolve)
                .build();
    }

    /** The template in another language than the present request's: for what is rendered outside of requests. */
    public static TemplateInstance in(Language language, TemplateInstance template) {
        return template.setAttribute(LANGUAGE, language);
    }

    private static CompletionStage<Object> resolve(EvalContext context) {
        Language language = (Language) context.getAttribute(LANGUAGE);
        List<CompletableFuture<Object>> values = context.getParams().stream()
                .map(param -> evaluated(context, param))
                .toList();
        return CompletableFuture.allOf(values.toArray(CompletableFuture[]::new))
                .thenApply(done -> of(
                        language,
                        context.getName(),
                        values.stream().map(CompletableFuture::join).toArray()));
    }

    private static CompletableFuture<Object> evaluated(EvalContext context, Expression param) {
        return context.evaluate(param).toCompletableFuture();
    }

    private static Object of(Language language, String name, Object[] values) {
        return switch (name) {
            case "language" -> language.code();
            case "say" -> language.say(String.valueOf(values[0]));
            case "setting" -> language.setting(String.valueOf(values[0]), String.valueOf(values[1]));
            case "settingName" -> language.settingName(String.valueOf(values[0]));
            case "choice" -> language.choice(String.valueOf(values[0]), String.valueOf(values[1]));
            case "unit" -> language.unit(String.valueOf(values[0]));
            default -> language.text(name, values);
        };
    }
}
