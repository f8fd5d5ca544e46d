// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/linked_source.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include "library/json_path.h"
#include "library/linked_content.h"
#include "library/linked_request.h"
#include "library/linked_template.h"
#include "liquid/renderer.h"

using namespace heliograph;
using namespace heliograph::library;

namespace {

LinkedSource shop() {
  LinkedSource source;
  source.name = QStringLiteral("Shop");
  source.url = QStringLiteral("https://api.example.com/{{city}}/offers?id={{id}}&key={{key}}");
  source.headers = {{QStringLiteral("X-Lang"), QStringLiteral("{{lang}}")}};
  source.auth = {LinkedAuth::Kind::Basic, QStringLiteral("me")};
  source.constants = {{QStringLiteral("key"), {}, true}, {QStringLiteral("brand"), QStringLiteral("Sun"), false}};
  source.labels = {{QStringLiteral("first"), QStringLiteral("items[0].name")},
                   {QStringLiteral("items"), QStringLiteral("items")}};
  return source;
}

QByteArray rendered(const QByteArray& text, const LinkedRoot& linked) {
  const auto parsed = liquid::Template::parse(text.toStdString(), liquid::Environment::messages());
  liquid::Renderer renderer;
  const liquid::Root root{"Linked", *linked.value()};
  const auto result = renderer.render(*parsed.compiled, {&root, 1});
  return QByteArray(result.output.data(), static_cast<qsizetype>(result.output.size()));
}

}  // namespace

class LinkedSourceTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void itsJsonGivesItBack() {
    const auto read = linkedSourceFromJson(linkedSourceToJson(shop()));
    QVERIFY(read.has_value());
    QVERIFY(*read == shop());
  }

  void aSecretIsNeverInItsJson() {
    LinkedSource source = shop();
    source.constants[0].value = QStringLiteral("hidden");
    QVERIFY(!QJsonDocument(linkedSourceToJson(source)).toJson().contains("hidden"));
  }

  void parametersAreWhatNoOwnLabelFills() {
    QCOMPARE(parameterNames(shop()),
             (QStringList{QStringLiteral("city"), QStringLiteral("id"), QStringLiteral("lang")}));
  }

  void secretLabelsCannotBeRead() {
    const QStringList labels = readableLabels(shop());
    QVERIFY(!labels.contains(QStringLiteral("key")));
    QVERIFY(labels.contains(QStringLiteral("brand")));
    QVERIFY(labels.contains(QStringLiteral("http_status_code")));
  }

  void whatCannotBeIsRefused_data() {
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("name") << QByteArray("{\"name\":\"My shop\"}");
    QTest::newRow("no name") << QByteArray("{\"name\":\"\"}");
    QTest::newRow("placeholder in the host") << QByteArray("{\"url\":\"https://{{host}}/x\"}");
    QTest::newRow("placeholder in the port") << QByteArray("{\"url\":\"https://a.example:{{port}}/x\"}");
    QTest::newRow("protocol") << QByteArray("{\"url\":\"ftp://a.example/x\"}");
    QTest::newRow("password") << QByteArray("{\"url\":\"https://u:p@a.example/x\"}");
    QTest::newRow("odd placeholder") << QByteArray("{\"url\":\"https://a.example/{{a b}}\"}");
    QTest::newRow("header") << QByteArray("{\"headers\":[{\"name\":\"A B\",\"value\":\"x\"}]}");
    QTest::newRow("two lines") << QByteArray("{\"headers\":[{\"name\":\"A\",\"value\":\"x\\r\\nB: y\"}]}");
    QTest::newRow("label") << QByteArray("{\"labels\":[{\"name\":\"a b\",\"path\":\"a\"}]}");
    QTest::newRow("system label") << QByteArray("{\"labels\":[{\"name\":\"raw\",\"path\":\"a\"}]}");
    QTest::newRow("label twice") << QByteArray(
        "{\"labels\":[{\"name\":\"a\",\"path\":\"a\"},{\"name\":\"a\",\"path\":\"b\"}]}");
    QTest::newRow("no place") << QByteArray("{\"labels\":[{\"name\":\"a\",\"path\":\"a[\"}]}");
    QTest::newRow("user name") << QByteArray("{\"auth\":{\"type\":\"basic\",\"name\":\"\"}}");
  }
  void whatCannotBeIsRefused() {
    QFETCH(QByteArray, change);
    QJsonObject json = linkedSourceToJson(shop());
    const QJsonObject changes = QJsonDocument::fromJson(change).object();
    for (auto one = changes.begin(); one != changes.end(); ++one) json[one.key()] = one.value();
    const auto source = linkedSourceFromJson(json);
    QVERIFY(source.has_value());
    QVERIFY(!checkLinkedSource(*source).has_value());
  }

  void valuesStayInTheirPlace_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("filled");
    const QString path = QStringLiteral("https://a.example/x/{{v}}/y");
    const QString query = QStringLiteral("https://a.example/x?q={{v}}&r=1");
    QTest::newRow("slash") << path << QStringLiteral("a/b") << QStringLiteral("https://a.example/x/a%2Fb/y");
    QTest::newRow("question") << path << QStringLiteral("a?b#c") << QStringLiteral("https://a.example/x/a%3Fb%23c/y");
    QTest::newRow("letters") << path << QStringLiteral("Zürich") << QStringLiteral("https://a.example/x/Z%C3%BCrich/y");
    QTest::newRow("and") << query << QStringLiteral("a&r=2") << QStringLiteral("https://a.example/x?q=a%26r%3D2&r=1");
    QTest::newRow("plus") << query << QStringLiteral("+91 98")
                          << QStringLiteral("https://a.example/x?q=%2B91%2098&r=1");
    QTest::newRow("empty") << query << QString() << QStringLiteral("https://a.example/x?q=&r=1");
    QTest::newRow("key") << QStringLiteral("https://a.example/?{{v}}=1") << QStringLiteral("a=b")
                         << QStringLiteral("https://a.example/?a%3Db=1");
    QTest::newRow("percent") << path << QStringLiteral("%2e%2e") << QStringLiteral("https://a.example/x/%252e%252e/y");
  }
  void valuesStayInTheirPlace() {
    QFETCH(QString, url);
    QFETCH(QString, value);
    QFETCH(QString, filled);
    const auto made = filledUrl(url, {{QStringLiteral("v"), value}});
    QVERIFY(made.has_value());
    QCOMPARE(QString::fromLatin1(made->toEncoded()), filled);
  }

  void valuesThatLeadElsewhereAreRefused_data() {
    QTest::addColumn<QString>("value");
    QTest::newRow("up") << QStringLiteral("..");
    QTest::newRow("here") << QStringLiteral(".");
    QTest::newRow("none") << QString();
    QTest::newRow("endless") << QString(9000, QLatin1Char('x'));
  }
  void valuesThatLeadElsewhereAreRefused() {
    QFETCH(QString, value);
    const auto made = filledUrl(QStringLiteral("https://a.example/x/{{v}}/y"), {{QStringLiteral("v"), value}});
    QVERIFY(!made.has_value());
    QVERIFY(value.isEmpty() || !made.error().message.contains(value + QLatin1Char('x')));
  }

  void theRequestHasItsSecretsAndTheKeyHidesThem() {
    const ReadySource ready{
        shop(),
        {{{QStringLiteral("auth"), QStringLiteral("pass")}, {QStringLiteral("label_key"), QStringLiteral("s3cret")}},
         {}}};
    const auto request = linkedRequest(
        ready, {{QStringLiteral("city"), QStringLiteral("Rome")}, {QStringLiteral("id"), QStringLiteral("7")}});
    QVERIFY(request.has_value());
    QCOMPARE(request->url.toEncoded(), QByteArray("https://api.example.com/Rome/offers?id=7&key=s3cret"));
    QVERIFY(
        request->headers.contains(qMakePair(QByteArray("Authorization"), "Basic " + QByteArray("me:pass").toBase64())));
    const QByteArray key = linkedKey(ready, *request);
    QCOMPARE(key.size(), 32);
    auto other = *request;
    other.headers[0].second = "x";
    QVERIFY(linkedKey(ready, other) != key);
    QCOMPARE(withoutSecrets("a s3cret b pass", ready.secrets), QByteArray("a *** b ***"));
  }

  void placesAreFound_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("found");
    QTest::newRow("name") << QStringLiteral("a") << QStringLiteral("1");
    QTest::newRow("below") << QStringLiteral("b.c[1].d") << QStringLiteral("two");
    QTest::newRow("quoted") << QStringLiteral("[\"unit price\"]") << QStringLiteral("3");
    QTest::newRow("dollar") << QStringLiteral("$.a") << QStringLiteral("1");
    QTest::newRow("nothing") << QStringLiteral("b.x.y") << QString();
    QTest::newRow("behind the end") << QStringLiteral("b.c[9]") << QString();
  }
  void placesAreFound() {
    QFETCH(QString, path);
    QFETCH(QString, found);
    const auto json =
        QJsonDocument::fromJson("{\"a\":1,\"b\":{\"c\":[{\"d\":\"one\"},{\"d\":\"two\"}]},\"unit price\":3}");
    const auto parsed = JsonPath::parse(path);
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->in(json.object()).toVariant().toString(), found);
  }

  void aMessageReadsItsLabels() {
    LinkedAnswer answer{
        200, {{"X-Left", "7"}}, "{\"items\":[{\"name\":\"Tea\",\"price\":1.5},{\"name\":\"Jam\",\"price\":2}]}", {}};
    const auto content = LinkedContent::make(shop(), answer);
    QVERIFY(content != nullptr);
    const LinkedRoot root({{QStringLiteral("Shop"), content}});
    QCOMPARE(rendered("{{ Linked.Shop.first }} {{ Linked.Shop.brand }} {{ Linked.Shop.key }}|", root),
             QByteArray("Tea Sun |"));
    QCOMPARE(rendered("{% for i in Linked.Shop.items limit:2 %}{{ i.name }} {{ i.price }} {% endfor %}", root),
             QByteArray("Tea 1.5 Jam 2 "));
    QCOMPARE(rendered("{{ Linked.Shop.http_status_code }} {{ Linked.Shop.JSON.items.size }} {{ "
                      "Linked.Shop.headers[\"x-left\"] }}",
                      root),
             QByteArray("200 2 7"));
    QCOMPARE(rendered("{{ Linked.Shop.raw | size }}", root), QByteArray::number(answer.body.size()));
    QCOMPARE(rendered("[{{ Linked.Other.x }}]", root), QByteArray("[]"));
  }

  void onlyObjectsAndListsAreContent_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isContent");
    QTest::newRow("object") << QByteArray("{}") << true;
    QTest::newRow("list") << QByteArray("[1]") << true;
    QTest::newRow("marked") << QByteArray("\xEF\xBB\xBF{}") << true;
    QTest::newRow("text") << QByteArray("\"x\"") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("HTML") << QByteArray("<html>") << false;
    QTest::newRow("cut off") << QByteArray("{\"a\":") << false;
  }
  void onlyObjectsAndListsAreContent() {
    QFETCH(QByteArray, body);
    QFETCH(bool, isContent);
    QCOMPARE(LinkedContent::make(shop(), {200, {}, body, {}}) != nullptr, isContent);
  }

  void anAnswerSuggestsLabels() {
    const auto labels = labelsOfAnswer("{\"name\":\"x\",\"unit price\":1,\"raw\":2,\"9th\":3,\"unit_price\":4}");
    QStringList names;
    for (const auto& label : labels) {
      QVERIFY2(isLinkedName(label.name), qPrintable(label.name));
      QVERIFY(!systemLabels().contains(label.name));
      QVERIFY(JsonPath::parse(label.path).has_value());
      names << label.name;
    }
    QCOMPARE(names.size(), 5);
    QCOMPARE(names.removeDuplicates(), 0);
    QCOMPARE(labelsOfAnswer("[1,2]").front().path, QStringLiteral("$"));
  }
};

QTEST_GUILESS_MAIN(LinkedSourceTest)
#include "linked_source_test.moc"
