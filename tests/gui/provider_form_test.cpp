// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTest>
#include <algorithm>

#include "provider_by_hand.h"
#include "ui/widgets/fold.h"

using namespace heliograph;
using test::ProviderByHand;
using test::WindowFixture;

namespace {

/// A choice that is made, and the entry of it.
using FormChoices = QList<QPair<QByteArray, QString>>;

/// What a person calls a control, for the list of a walk.
QString walkedName(const QWidget* widget) {
  if (!widget) return QStringLiteral("nothing");
  return widget->objectName().isEmpty() ? widget->accessibleName() : widget->objectName();
}

}  // namespace

Q_DECLARE_METATYPE(FormChoices)

/// A provider described by hand: typed by keys alone, with what is sent beside it.
class ProviderFormTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
  void init() {
    m_fixture = std::make_unique<WindowFixture>();
    m_form = std::make_unique<ProviderByHand>(*m_fixture);
    m_form->open();
  }
  void cleanup() {
    m_form.reset();
    m_fixture.reset();
  }

  void whatIsSentIsShownWhileItIsTyped() {
    QVERIFY(WindowFixture::tabTo("setting.endpoint"));
    WindowFixture::type(QStringLiteral("https://sms.example.com/send"));
    auto* problem = m_fixture->find<QLabel>("request.problem");
    QTRY_VERIFY(problem->text().contains(QStringLiteral("$$To")));
    m_form->addPair("parameters", 1, "to", "$$To");
    m_form->addPair("parameters", 2, "text", "$$Body");
    QTRY_VERIFY(m_form->request().startsWith(QStringLiteral("POST https://sms.example.com/send\n")));
    QVERIFY(m_form->request().contains(QStringLiteral("to=%2B447700900123&text=Hi")));
    QVERIFY(problem->isHidden());
  }

  void aCurlCommandFillsTheForm() {
    paste(
        "curl https://api.example.com/v1/sms -H 'Authorization: Bearer s3cr3tt0k3n' --json "
        "'{\"to\":\"+15551231234\",\"text\":\"Hello you\"}'");
    QCOMPARE(m_fixture->find<QLineEdit>("setting.endpoint")->text(), QStringLiteral("https://api.example.com/v1/sms"));
    QCOMPARE(m_fixture->find<QLineEdit>("setting.token")->text(), QStringLiteral("s3cr3tt0k3n"));
    QTRY_VERIFY(m_form->request().contains(QStringLiteral("Authorization: Bearer ••••••")));
    QVERIFY(m_form->request().contains(QStringLiteral("+447700900123")));
    QVERIFY(!m_form->request().contains(QStringLiteral("s3cr3tt0k3n")));
  }

  void aKeyInTheAddressIsHiddenAndSaid() {
    auto* note = m_fixture->find<QLabel>("provider.credentials");
    QVERIFY(note->isHidden());
    paste("curl 'https://sms.example.in/send?apikey=t0ps3cr3t&to=919812345678&text=Hello%20you'");
    QTRY_VERIFY(m_form->request().contains(QStringLiteral("send?apikey=••••••&to=")));
    QVERIFY(!m_form->request().contains(QStringLiteral("t0ps3cr3t")));
    QVERIFY(note->isVisible());
    QVERIFY(note->text().contains(QStringLiteral("travels in the address")));
    QCOMPARE(m_fixture->find<QLineEdit>("setting.apikey")->text(), QStringLiteral("t0ps3cr3t"));
  }

  void theFormIsWalkedInTheOrderItIsSeen_data() {
    QTest::addColumn<FormChoices>("choices");
    QTest::addColumn<QByteArrayList>("pairs");
    const QPair<QByteArray, QString> get{"setting.method", QStringLiteral("GET")};
    const QPair<QByteArray, QString> json{"setting.body", QStringLiteral("JSON")};
    const QPair<QByteArray, QString> oauth{"setting.auth", QStringLiteral("OAuth 2.0")};
    const QPair<QByteArray, QString> basic{"setting.auth", QStringLiteral("User name and password")};
    QTest::newRow("as it opens") << FormChoices{} << QByteArrayList{};
    QTest::newRow("GET with headers") << FormChoices{get} << QByteArrayList{"headers"};
    QTest::newRow("POST with pairs") << FormChoices{basic} << QByteArrayList{"headers", "parameters"};
    QTest::newRow("POST with JSON, batched") << FormChoices{json} << QByteArrayList{"headers"};
    QTest::newRow("OAuth with pairs") << FormChoices{oauth} << QByteArrayList{"oauth_pairs", "headers", "parameters"};
    QTest::newRow("OAuth with JSON") << FormChoices{oauth, json} << QByteArrayList{"oauth_pairs"};
  }
  void theFormIsWalkedInTheOrderItIsSeen() {
    QFETCH(const FormChoices, choices);
    QFETCH(const QByteArrayList, pairs);
    for (const auto& [field, entry] : choices) m_form->choose(field.constData(), entry);
    for (const QByteArray& field : pairs) {
      m_form->addPair(field.constData(), 1, "one", "first");
      m_form->addPair(field.constData(), 2, "two", "second");
    }
    openAdvanced();
    const qsizetype count = controlsAsSeen().size();
    QVERIFY(count > 20);
    const QStringList walked = walk(count, Qt::Key_Tab);
    QTRY_COMPARE(controlsAsSeen(), walked);  // once all of it has its place
    QStringList back(walked.crbegin(), walked.crend());
    back.prepend(back.takeLast());
    QCOMPARE(walk(count, Qt::Key_Backtab), back);
  }

 private:
  /// Types a curl command where one is pasted, and fills the form with it.
  void paste(const char* command) const {
    m_fixture->find("provider.curl")->findChild<QAbstractButton*>()->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(WindowFixture::tabTo("curl.text"));
    WindowFixture::type(QLatin1String(command));
    QVERIFY(WindowFixture::tabTo("curl.fill"));
    WindowFixture::press(Qt::Key_Space);
  }

  void openAdvanced() const {
    const QWidget* dialog = m_fixture->find("provider.dialog");
    dialog->findChild<ui::Fold*>(QStringLiteral("settings.advanced"))->takeFocus();
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(QTest::qWaitFor(
        [&] { return dialog->findChild<QWidget*>(QStringLiteral("setting.number_form"))->isVisible(); }, 3000));
  }

  /// The controls that Tab leads to: the form's lines from above, then the request, then the buttons.
  [[nodiscard]] QStringList controlsAsSeen() const {
    const QWidget* dialog = m_fixture->find("provider.dialog");
    const QWidget* form = m_fixture->find<QScrollArea>("provider.form")->widget();
    form->layout()->activate();
    struct Seen {
      int part;
      QPoint at;
      QString name;
    };
    std::vector<Seen> all;
    for (const QWidget* widget : dialog->findChildren<QWidget*>()) {
      const bool isReached = (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy() &&
                             widget->isVisible() && widget->isEnabled() && widget->window() == dialog;
      if (!isReached) continue;
      const bool inForm = form->isAncestorOf(widget);
      const QPoint at = widget->mapTo(inForm ? form : dialog, widget->rect().center());
      all.push_back({inForm                                                  ? 0
                     : widget->objectName() == QLatin1String("request.text") ? 1
                                                                             : 2,
                     {widget->mapTo(inForm ? form : dialog, QPoint()).x(), at.y()},
                     walkedName(widget)});
    }
    constexpr int kSameLine = 6;
    std::sort(all.begin(), all.end(), [](const Seen& a, const Seen& b) {
      if (a.part != b.part) return a.part < b.part;
      if (std::abs(a.at.y() - b.at.y()) > kSameLine) return a.at.y() < b.at.y();
      return a.at.x() < b.at.x();
    });
    QStringList names;
    for (const Seen& one : all) names << one.name;
    return names;
  }

  /// So many controls from the form's first on.
  [[nodiscard]] QStringList walk(qsizetype steps, int key) const {
    m_fixture->find("provider.kind")->setFocus();
    QStringList names;
    for (qsizetype i = 0; i < steps; ++i) {
      names << walkedName(QApplication::focusWidget());
      WindowFixture::press(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
    }
    return names;
  }

  std::unique_ptr<WindowFixture> m_fixture;
  std::unique_ptr<ProviderByHand> m_form;
};

QTEST_MAIN(ProviderFormTest)
#include "provider_form_test.moc"
