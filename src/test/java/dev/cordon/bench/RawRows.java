package dev.cordon.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * The reference program: the same answers as Cordon's from the same rows, by hand. It knows no schema, nobody who asks and
 * no row-level security, keeps no audit, computes no deadline, and asks the database without waiting for the answer before.
 * What it costs is the least that such an answer costs on this stack.
 */
public final class RawRows extends AbstractVerticle {
    private static final int INSTANCES = 2;
    private static final int PAGE = 50;

    /** Any free one, the same for all instances: Vert.x reads that from a negative number. */
    private static final int SHARED_PORT = -1;

    private Pool pool;

    /**
     * Serves until it is ended.
     *
     * @param arguments port and name of the database
     */
    public static void main(String[] arguments) {
        JsonObject settings =
                new JsonObject().put("port", Integer.parseInt(arguments[0])).put("database", arguments[1]);
        Vertx.vertx()
                .deployVerticle(
                        RawRows.class.getName(),
                        new DeploymentOptions().setInstances(INSTANCES).setConfig(settings))
                .onFailure(failure -> System.exit(1));
    }

    @Override
    public void start(Promise<Void> started) {
        PgConnectOptions database = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(config().getInteger("port"))
                .setDatabase(config().getString("database"))
                .setUser("postgres")
                .setCachePreparedStatements(true)
                .setPipeliningLimit(16);
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(16 / INSTANCES))
                .connectingTo(database)
                .using(vertx)
                .build();
        vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
                .listen(SHARED_PORT, "127.0.0.1")
                .onSuccess(server -> System.out.println("Listening on: http://127.0.0.1:" + server.actualPort()))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void answer(HttpServerRequest request, Buffer body) {
        Operation operation = Operation.valueOf(request.path().substring(1));
        answer(operation, new JsonObject(body))
                .onSuccess(json -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(json.toString()))
                .onFailure(failure -> request.response().setStatusCode(500).end(String.valueOf(failure)));
    }

    private Future<StringBuilder> answer(Operation operation, JsonObject asked) {
        JsonObject variables = asked.getJsonObject("variables");
        return switch (operation) {
            case INCIDENT -> incident("incident", variables.getString("reference"));
            case QUEUE -> queue(RawSql.QUEUE, Tuple.of(PAGE + 1));
            case RESPONDER_QUEUE -> queue(RawSql.RESPONDER_QUEUE, Tuple.of(PAGE + 1));
            case OVERDUE -> ask(RawSql.OVERDUE, Tuple.of(PAGE + 1)).map(rows -> RawJson.overdue(rows, PAGE));
            case TIMELINE -> timeline(variables.getString("reference"));
            case REPORT ->
                ask(RawSql.REPORT, Tuple.tuple())
                        .compose(rows -> incident("it", rows.iterator().next().getString(0)))
                        .map(RawJson::receipt);
            case FACT -> fact(variables.getJsonObject("input").getString("reference"));
        };
    }

    private Future<StringBuilder> fact(String reference) {
        return ask(RawSql.FACT, Tuple.of(reference)).compose(done -> incident("it", reference));
    }

    private Future<StringBuilder> incident(String field, String reference) {
        Tuple which = Tuple.of(reference);
        Future<RowSet<Row>> incident = ask(RawSql.INCIDENT, which);
        Future<RowSet<Row>> milestones = ask(RawSql.MILESTONES_OF_ONE, which);
        Future<RowSet<Row>> scores = ask(RawSql.SCORES_OF_ONE, which);
        return Future.all(incident, milestones, scores)
                .map(all -> RawJson.one(field, incident.result(), milestones.result(), scores.result()));
    }

    private Future<StringBuilder> queue(String sql, Tuple parameters) {
        return ask(sql, parameters).compose(incidents -> {
            List<Long> ids = new ArrayList<>();
            incidents.forEach(row -> ids.add(row.getLong("id")));
            Tuple which = Tuple.of(ids.stream().limit(PAGE).toArray(Long[]::new));
            Future<RowSet<Row>> milestones = ask(RawSql.MILESTONES, which);
            Future<RowSet<Row>> scores = ask(RawSql.SCORES, which);
            return Future.all(milestones, scores)
                    .map(all -> RawJson.page(incidents, milestones.result(), scores.result(), PAGE));
        });
    }

    private Future<StringBuilder> timeline(String reference) {
        Tuple which = Tuple.of(reference, PAGE + 1);
        return ask(RawSql.TIMELINE, which).map(rows -> RawJson.timeline(reference, rows, PAGE));
    }

    private Future<RowSet<Row>> ask(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters);
    }
}
