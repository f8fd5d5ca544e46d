// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <array>

#include "liquid/shape.h"
#include "liquid/value.h"
#include "message/message_lint.h"
#include "message/snippets.h"

using namespace heliograph;
using namespace heliograph::message;

namespace {

const Snippets kLibrary{
    {QStringLiteral("footer"), "Bye {{ Profile.first_name }}"},
    {QStringLiteral("safe"), "{{ Profile.tier | default: 'new' }}"},
    {QStringLiteral("nested"), "[{% render \"safe\" %}]"},
    {QStringLiteral("campaign"), "{{ Campaign.name }}"},
    {QStringLiteral("takes"), "{{ word }}!"},
    {QStringLiteral("endless"), "{% render 'endless' %}"},
    {QStringLiteral("broken"), "{% if x %}"},
    {QStringLiteral("asks"), "{% render 'nowhere' %}"},
};

/// The text for a person with a first name and no tier; "fault: …" if there is none.
QString textOf(const QByteArray& source) {
  static const liquid::Shape shape({"first_name", "tier"});
  const std::array<liquid::Value, 2> values{liquid::Value::string("Asha"), liquid::Value::nil()};
  const auto message = CompiledMessage::compile(source, kLibrary);
  if (!message) return QStringLiteral("fault: ") + message.error().message;
  MessageRenderer renderer(QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC), QStringLiteral("Diwali"), 7);
  const RenderedText text = message->render({&shape, values.data()}, renderer);
  if (text.status != RenderedText::Status::Ok) return QStringLiteral("fault: ") + text.reason;
  return QString::fromStdString(text.text);
}

std::vector<MessageProblem> linted(const QByteArray& source, bool isSnippet = false) {
  return lintMessage(source,
                     LintContext{{QStringLiteral("first_name"), QStringLiteral("tier")}, kLibrary, {}, {}, isSnippet});
}

}  // namespace

class SnippetsInMessagesTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aSnippetKnowsThePersonAndTheCampaign_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("text");
    QTest::newRow("rendered") << QByteArray("Hi. {% render \"footer\" %}") << "Hi. Bye Asha";
    QTest::newRow("included") << QByteArray("Hi. {% include 'footer' %}") << "Hi. Bye Asha";
    QTest::newRow("nested") << QByteArray("{% render 'nested' %}") << "[new]";
    QTest::newRow("campaign") << QByteArray("{% render 'campaign' %}") << "Diwali";
    QTest::newRow("argument") << QByteArray("{% render 'takes', word: Profile.first_name %}") << "Asha!";
    QTest::newRow("named while rendering") << QByteArray("{% assign s = 'safe' %}{% include s %}") << "new";
  }
  void aSnippetKnowsThePersonAndTheCampaign() {
    QFETCH(QByteArray, source);
    QTEST(textOf(source), "text");
  }

  void whatCannotBeRenderedIsSaid_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown") << QByteArray("{% render 'nope' %}") << "no snippet “nope”";
    QTest::newRow("broken") << QByteArray("{% render 'broken' %}") << "“broken” can't be read";
    QTest::newRow("endless") << QByteArray("{% render 'endless' %}") << "too deeply";
    QTest::newRow("asks for an unknown one") << QByteArray("{% render 'asks' %}") << "no snippet “nowhere”";
  }
  void whatCannotBeRenderedIsSaid() {
    QFETCH(QByteArray, source);
    QFETCH(QString, words);
    QVERIFY2(textOf(source).contains(words), qPrintable(textOf(source)));
  }

  void propertiesOfSnippetsAreMissedAndDefaulted() {
    static const liquid::Shape shape({"first_name", "tier"});
    const std::array<liquid::Value, 2> nothing{};
    const auto message = CompiledMessage::compile("{% render 'footer' %}{% render 'nested' %}", kLibrary);
    MessageRenderer renderer(QDateTime::currentDateTimeUtc());
    const RenderedText text = message->render({&shape, nothing.data()}, renderer);
    QCOMPARE(text.missing, QStringList{QStringLiteral("first_name")});
    QCOMPARE(text.defaulted, QStringList{QStringLiteral("tier")});
  }

  void propertiesOfSnippetsStandWhereTheSnippetIsAskedFor() {
    const auto message = CompiledMessage::compile("Hi {% render 'nested' %}", kLibrary);
    QCOMPARE(message->properties().size(), std::size_t(1));
    const PropertyUse& use = message->properties().front();
    QCOMPARE(use.snippet, QStringLiteral("safe"));
    QCOMPARE(message->source().mid(use.begin, use.end - use.begin), QByteArray("'nested'"));
  }

  void anUnknownSnippetIsMarkedWithTheNearestName() {
    const auto problems = linted("Hi {% render \"fotter\" %}");
    QCOMPARE(problems.size(), std::size_t(1));
    QCOMPARE(problems.front().code, QStringLiteral("unknown_snippet"));
    QCOMPARE(problems.front().mend, (MessageMend{"\"footer\"", 13, 21}));
  }

  void problemsOfASnippetAreToldAtItsTag_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("code");
    QTest::newRow("gap") << QByteArray("{% render 'footer' %}") << "no_fallback";
    QTest::newRow("broken") << QByteArray("{% render 'broken' %}") << "snippet_fault";
    QTest::newRow("asks") << QByteArray("{% render 'asks' %}") << "unknown_snippet";
    QTest::newRow("fine") << QByteArray("{% render 'nested' %}") << "";
  }
  void problemsOfASnippetAreToldAtItsTag() {
    QFETCH(QByteArray, source);
    const auto problems = linted(source);
    QTEST(problems.empty() ? QString() : problems.front().code, "code");
    if (!problems.empty()) QCOMPARE(problems.front().begin, qsizetype(10));
  }

  void aSnippetMayReadWhatItIsGiven() {
    QVERIFY(linted("{{ word }}", true).empty());
    QCOMPARE(linted("{{ word }}", false).front().code, QStringLiteral("unknown_name"));
    QCOMPARE(linted("{{ Profile.nobody }}", true).front().code, QStringLiteral("unknown_property"));
  }

  void onlyWhatIsAskedForIsKept() {
    const Snippets used = usedSnippets({"{% render 'nested' %}", "{% render 'nope' %}"}, kLibrary);
    QCOMPARE(used.size(), std::size_t(2));
    QVERIFY(used.contains(QStringLiteral("nested")) && used.contains(QStringLiteral("safe")));
    QVERIFY(usedSnippets({"Hi {{ Profile.first_name }}"}, kLibrary).empty());
    QCOMPARE(usedSnippets({"{% include Profile.tier %}"}, kLibrary), kLibrary);
  }
};

QTEST_GUILESS_MAIN(SnippetsInMessagesTest)
#include "snippets_in_messages_test.moc"
