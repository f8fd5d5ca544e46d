// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QInputMethodEvent>
#include <QLabel>
#include <QTest>

#include "audience/property_repository.h"
#include "storage/statement.h"
#include "ui/composer/what_page.h"
#include "ui/widgets/fold.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

class EverybodyPanelTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<WindowFixture>();
    makeGaps();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->find("composer") != nullptr);
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(WindowFixture::tabTo("who.tabs"));
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Right);
    QVERIFY(WindowFixture::tabTo("who.everybody"));
    WindowFixture::press(Qt::Key_Space);
    WindowFixture::press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"what.message");
  }
  void cleanup() { m_fixture.reset(); }

  void aCurlyQuoteLeadsToItsPeopleByKeys() {
    compose(QStringLiteral("It’s ") + QString(80, QLatin1Char('x')));
    QTRY_VERIFY(row("everybody.character.own.’") != nullptr);
    QTRY_VERIFY(row("everybody.character.own.’")->text().contains(QStringLiteral("longer")));
    open();
    QVERIFY(WindowFixture::tabTo("everybody.character.own.’"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY2(phoneSays(QStringLiteral("’: 1 of")), qPrintable(m_said.join(QLatin1Char('|'))));
    const QString first = page().previewedIdentity();
    // The focus is on the arrow to the next of them.
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY2(phoneSays(QStringLiteral("’: 2 of")), qPrintable(m_said.join(QLatin1Char('|'))));
    QVERIFY(page().previewedIdentity() != first);
  }

  void replacingItTakesItsLineAway() {
    compose(QStringLiteral("It’s ") + QString(80, QLatin1Char('x')));
    QTRY_VERIFY(row("everybody.character.own.’.replace") != nullptr);
    open();
    QVERIFY(WindowFixture::tabTo("everybody.character.own.’.replace"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(row("everybody.character.own.’") == nullptr);
    QVERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"what.message");
  }

  void aGapLeadsToThoseWithThatGap() {
    compose(QStringLiteral("Hi {{ Profile.first_name }} in {{ Profile.city }}"));
    QTRY_VERIFY(row("everybody.missing.city") != nullptr);
    open();
    QVERIFY(WindowFixture::tabTo("everybody.missing.city"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY2(phoneSays(QStringLiteral("Missing city: 1 of")), qPrintable(m_said.join(QLatin1Char('|'))));
    const auto person = m_fixture->workspace().profiles.find(page().previewedIdentity());
    QVERIFY(person.has_value());
    QVERIFY(!person->values.contains(QStringLiteral("city")));
    QVERIFY(person->values.contains(QStringLiteral("first_name")));
  }

  void showThemMeansThePropertyOfTheLine() {
    compose(QStringLiteral("Hi {{ Profile.first_name }} in {{ Profile.city }}"));
    QTRY_VERIFY(row("what.line.1.1") != nullptr);
    row("what.line.1.1")->click();
    QTRY_VERIFY2(phoneSays(QStringLiteral("Missing city: 1 of")), qPrintable(m_said.join(QLatin1Char('|'))));
    const auto person = m_fixture->workspace().profiles.find(page().previewedIdentity());
    QVERIFY(person.has_value());
    QVERIFY(!person->values.contains(QStringLiteral("city")));
  }

  void whoIsSkippedIsShownWithTheReason() {
    compose(QStringLiteral("Hi"));
    QTRY_VERIFY(row("everybody.skipped.no_phone") != nullptr);
    open();
    QVERIFY(WindowFixture::tabTo("everybody.skipped.no_phone"));
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY2(phoneSays(QStringLiteral(": 1 of")), qPrintable(m_said.join(QLatin1Char('|'))));
    const auto person = m_fixture->workspace().profiles.find(page().previewedIdentity());
    QVERIFY(person.has_value());
    QVERIFY(person->phone.isEmpty());
  }

  void aLineLeadsToAllOfItsPeopleByKeys() {
    compose(QStringLiteral("Hi"));
    const QString first = startWalk("everybody.parts.1", QStringLiteral("1 part: 1 of 119"));
    QCOMPARE(first, identityOf(1));
    WindowFixture::press(Qt::Key_Right);
    QTRY_VERIFY2(phoneSays(QStringLiteral("1 part: 2 of 119")), qPrintable(said()));
    WindowFixture::press(Qt::Key_End);
    QTRY_VERIFY2(phoneSays(QStringLiteral("1 part: 119 of 119")), qPrintable(said()));
    QCOMPARE(page().previewedIdentity(), identityOf(119));
    // In a circle.
    WindowFixture::press(Qt::Key_Right);
    QTRY_VERIFY2(phoneSays(QStringLiteral("1 part: 1 of 119")), qPrintable(said()));
    WindowFixture::press(Qt::Key_Left);
    QTRY_VERIFY2(phoneSays(QStringLiteral("1 part: 119 of 119")), qPrintable(said()));
    WindowFixture::press(Qt::Key_Home);
    QTRY_VERIFY2(phoneSays(QStringLiteral("1 part: 1 of 119")), qPrintable(said()));
    WindowFixture::press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("everybody.parts.1"));
  }

  void eachOfThemIsPassedByTheArrow() {
    compose(QStringLiteral("Hi"));
    startWalk("everybody.parts.1", QStringLiteral("1 part: 1 of 119"));
    for (int place = 1; place <= 119; ++place) {
      QTRY_VERIFY2(phoneSays(QStringLiteral("1 part: %1 of 119").arg(place)), qPrintable(said()));
      QCOMPARE(page().previewedIdentity(), identityOf(place));
      WindowFixture::press(Qt::Key_Right);
    }
  }

  void anyOfThemIsReachedByTheirNumber() {
    compose(QStringLiteral("Hi"));
    startWalk("everybody.parts.1", QStringLiteral("1 part: 1 of 119"));
    WindowFixture::press(Qt::Key_6);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("phone.place"));
    WindowFixture::press(Qt::Key_0);
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY2(phoneSays(QStringLiteral("1 part: 60 of 119")), qPrintable(said()));
    QCOMPARE(page().previewedIdentity(), identityOf(60));
    // The arrows have the focus again; whoever gives up stays where they are.
    WindowFixture::press(Qt::Key_9);
    WindowFixture::press(Qt::Key_Escape);
    WindowFixture::press(Qt::Key_Right);
    QTRY_VERIFY2(phoneSays(QStringLiteral("1 part: 61 of 119")), qPrintable(said()));
  }

  void whoeverTurnsToTheMessageMeanwhileStaysThere() {
    compose(QStringLiteral("Hi"));
    startWalk("everybody.parts.1", QStringLiteral("1 part: 1 of 119"));
    WindowFixture::press(Qt::Key_6);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("phone.place"));
    m_fixture->find("what.message")->setFocus(Qt::MouseFocusReason);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("what.message"));
    QVERIFY(m_fixture->find("phone.place")->isHidden());
  }

  void whoStandsAloneLeadsBackToTheLineToo() {
    compose(QStringLiteral("Hi"));
    startWalk("everybody.parts.longest", QStringLiteral("Longest text: 1 of 1"));
    WindowFixture::press(Qt::Key_Right);
    WindowFixture::press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("everybody.parts.longest"));
  }

  void theSearchStillFindsSomebodyElse() {
    compose(QStringLiteral("Hi"));
    startWalk("everybody.parts.1", QStringLiteral("1 part: 1 of 119"));
    WindowFixture::press(Qt::Key_Tab);
    WindowFixture::press(Qt::Key_Space);
    const QString wanted = identityOf(100);
    WindowFixture::type(wanted);
    QTRY_VERIFY2(page().previewedIdentity().contains(wanted), qPrintable(page().previewedIdentity()));
    QVERIFY(!phoneSays(QStringLiteral("1 part:")));
  }

  void theyStayTheSameWhileTheMessageIsMended() {
    compose(QStringLiteral("Hi {{ Profile.city }}"));
    startWalk("everybody.missing.city", QStringLiteral("Missing city: 1 of 5"));
    WindowFixture::press(Qt::Key_End);
    QTRY_VERIFY2(phoneSays(QStringLiteral("Missing city: 5 of 5")), qPrintable(said()));
    QVERIFY(WindowFixture::tabTo("what.message"));
    compose(QStringLiteral(" and more"));
    QTRY_VERIFY(row("everybody.missing.city") != nullptr);
    QVERIFY2(phoneSays(QStringLiteral("Missing city: 5 of 5")), qPrintable(said()));
  }

  void everyLineSaysWhatItIsAndWhereItLeads() {
    compose(QStringLiteral("It’s {{ Profile.city }} {{ Profile.first_name | default: \"x\" }} ") +
            QString(80, QLatin1Char('x')));
    QTRY_VERIFY(row("everybody.character.own.’") != nullptr);
    open();
    for (const char* name :
         {"everybody.parts.2", "everybody.parts.longest", "everybody.missing.city", "everybody.fallback.first_name",
          "everybody.skipped.no_phone", "everybody.character.own.’"}) {
      const QAbstractButton* line = row(name);
      QVERIFY2(line != nullptr, name);
      QVERIFY2(line->accessibleName().startsWith(line->text()) && line->accessibleName().size() > line->text().size(),
               name);
      QVERIFY2(line->accessibleDescription().contains(QStringLiteral("on the phone")), name);
      QVERIFY2(line->focusPolicy() & Qt::TabFocus, name);
    }
  }

  void choosingPeopleSaysWhatChangesOnWho() {
    compose(QStringLiteral("Hello"));
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
    const auto* line = m_fixture->find<QLabel>("who.outcome.text");
    QVERIFY(line != nullptr && line->isVisible());
    QTRY_VERIFY2(line->text().contains(QStringLiteral("join")), qPrintable(line->text()));
  }

 private:
  /// Everybody has both names but for a few: ids 1 to 5 lack the first name, 11 to 15 the city, 20 the number.
  void makeGaps() const {
    const auto properties = m_fixture->workspace().properties.list();
    for (const audience::Property& property : properties.value_or(std::vector<audience::Property>{})) {
      const bool name = property.name == u"first_name";
      if (!name && property.name != u"city") continue;
      const QString column = audience::propertyColumn(property.id);
      execute(QStringLiteral("UPDATE profile SET %1 = 'Xx', opted_out = 0").arg(column));
      execute(
          QStringLiteral("UPDATE profile SET %1 = NULL WHERE id BETWEEN %2 AND %2 + 4").arg(column).arg(name ? 1 : 11));
    }
    execute(QStringLiteral("DELETE FROM suppression"));
    execute(QStringLiteral("UPDATE profile SET phone_state = 'valid', phone = '+9198100' || (10000 + id)"));
    execute(QStringLiteral("UPDATE profile SET phone_state = 'none', phone = NULL WHERE id = 20"));
  }
  void execute(const QString& sql) const { QVERIFY(m_fixture->workspace().database.execute(sql).has_value()); }

  static void compose(const QString& text) {
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(QApplication::focusWidget(), &event);
  }
  [[nodiscard]] QAbstractButton* row(const char* name) const {
    return m_fixture->window().findChild<QAbstractButton*>(QString::fromUtf8(name));
  }
  [[nodiscard]] ui::WhatPage& page() const { return *m_fixture->window().findChild<ui::WhatPage*>(); }
  /// Opens the panel by keys.
  void open() const {
    const auto* fold = m_fixture->find<ui::Fold>("everybody.fold");
    QVERIFY(fold != nullptr);
    for (int i = 0; i < 60 && !fold->isAncestorOf(QApplication::focusWidget()); ++i) WindowFixture::press(Qt::Key_Tab);
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(fold->isOpen());
  }
  /// Opens the panel and follows a line; gives whom the phone shows then.
  QString startWalk(const char* name, const QString& words) {
    if (!QTest::qWaitFor([&] { return row(name) != nullptr; })) qFatal("no line %s", name);
    open();
    if (!WindowFixture::tabTo(name)) qFatal("no way to %s", name);
    WindowFixture::press(Qt::Key_Return);
    if (!QTest::qWaitFor([&] { return phoneSays(words); }, 15000)) qFatal("%s", qPrintable(said()));
    return page().previewedIdentity();
  }
  /// Of those who can be texted, from 1.
  [[nodiscard]] QString identityOf(int place) const {
    storage::Statement find(m_fixture->workspace().database,
                            QStringLiteral("SELECT identity FROM profile WHERE id <> 20 ORDER BY id LIMIT 1 OFFSET ?"));
    find.bind(place - 1);
    return find.next().value_or(false) ? find.text(0) : QString();
  }
  [[nodiscard]] QString said() const { return m_said.join(QLatin1Char('|')); }

  bool phoneSays(const QString& words) {
    m_said.clear();
    for (const QLabel* label : page().findChildren<QLabel*>()) {
      if (label->isVisible()) m_said << label->text();
    }
    return std::any_of(m_said.begin(), m_said.end(), [&](const QString& said) { return said.contains(words); });
  }

  std::unique_ptr<WindowFixture> m_fixture;
  QStringList m_said;
};

QTEST_MAIN(EverybodyPanelTest)
#include "everybody_panel_test.moc"
