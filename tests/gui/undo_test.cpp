// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMenu>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTextEdit>

#include "campaign/campaign_json.h"
#include "ui/composer/composer.h"
#include "ui/composer/copies/copy_edits.h"
#include "ui/window/window_actions.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

QByteArray bytesOf(const campaign::Campaign& campaign) {
  return QJsonDocument(campaign::toJson(campaign)).toJson(QJsonDocument::Compact) + '\0' + campaign.message;
}

/// Changes a draft as somebody might who never stops: letters, deletions, choices, and versions put back.
class Restless final {
 public:
  Restless(ui::CampaignDocument& document, quint32 seed) : m_document(document), m_random(seed) {}

  void edit() {
    switch (below(16)) {
      case 0:
      case 1:
        return m_document.setName(edited(m_document.campaign().name));
      case 2:
        return m_document.setLabels(some({"sale", "autumn", "vip", "caf\xC3\xA9"}));
      case 3:
        return m_document.setPurpose(static_cast<campaign::Purpose>(below(2)));
      case 4:
        return m_document.setRoute(below(2) ? campaign::Route{} : campaign::Route{QStringLiteral("group"), 1});
      case 5:
        return m_document.setAudience(audience());
      case 6:
        return m_document.setWhen(when());
      case 7:
        return m_document.setLimits({.maxParts = 1 + below(10)});
      case 8:
        return m_document.setRelease(below(2) ? campaign::Release::everybody()
                                              : campaign::Release::firstThenAsk(1 + below(100)));
      case 10:
        return editCopies();
      case 11:
        return m_document.showCopy(below(5));
      case 9:
        if (below(3) == 0) return restore();
        break;
      default:
        break;
    }
    m_document.setMessage(edited(QString::fromUtf8(m_document.shownMessage())).toUtf8());
  }

  [[nodiscard]] int below(int bound) { return m_random.bounded(bound); }

 private:
  void editCopies() {
    using Kind = campaign::Variants::Kind;
    const campaign::Variants& variants = m_document.campaign().variants;
    const int copies = campaign::copyCount(variants);
    switch (below(5)) {
      case 0:
        return m_document.setVariants(ui::withKind(variants, static_cast<Kind>(below(4))));
      case 1:
        if (!ui::mayAddCopy(variants)) return;
        return m_document.setVariants(ui::withCopy(variants, m_document.shownMessage(), QString::number(below(9))));
      case 2:
        return m_document.setVariants(ui::withShare(variants, 1, below(120)));
      case 3:
        if (copies < 2) return;
        return m_document.restore(ui::withoutCopy(m_document.campaign(), below(copies)), QStringLiteral("removing"));
      default:
        return m_document.setMessage(m_document.messageOf(below(copies)));
    }
  }

  QString edited(QString text) {
    static const QStringList pieces{QStringLiteral("a"),
                                    QStringLiteral(" "),
                                    QStringLiteral("{{ Profile.first_name | default: \"you\" }}"),
                                    QStringLiteral("{% if"),
                                    QStringLiteral("\r\n"),
                                    QStringLiteral("\n"),
                                    QStringLiteral(u"\u00A0"),
                                    QStringLiteral(u"\u2028"),
                                    QStringLiteral(u"\U0001F389"),
                                    QStringLiteral(u"\U0001F469\u200D\U0001F467"),
                                    QStringLiteral(u"e\u0301"),
                                    QStringLiteral(u"\u0928\u092E\u0938\u094D\u0924\u0947")};
    qsizetype at = below(3) ? text.size() : below(static_cast<int>(text.size()) + 1);
    if (at > 0 && at < text.size() && text[at].isLowSurrogate()) --at;
    if (below(3) == 0 && at > 0) return text.remove(wholeBefore(text, at), at - wholeBefore(text, at));
    return text.insert(at, pieces[below(static_cast<int>(pieces.size()))]);
  }
  static qsizetype wholeBefore(const QString& text, qsizetype at) {
    return at - (text[at - 1].isLowSurrogate() ? 2 : 1);
  }

  QStringList some(const QList<QByteArray>& words) {
    QStringList chosen;
    for (const QByteArray& word : words) {
      if (below(2)) chosen << QString::fromUtf8(word);
    }
    return chosen;
  }

  campaign::Audience audience() {
    switch (below(3)) {
      case 0:
        return {};
      case 1:
        return campaign::Audience::everybody();
      default:
        break;
    }
    audience::Segment segment;
    segment.rules.parts.push_back({audience::SegmentRule{
        QStringLiteral("city"), audience::SegmentOperator::Equals, {QStringLiteral("Mumbai"), below(5)}}});
    return campaign::Audience::rules(segment);
  }

  schedule::When when() {
    if (below(3) == 0) return schedule::NotChosen{};
    if (below(2)) return schedule::OnPublish{};
    return schedule::Once{{QDate(2027, 1, 1 + below(28)), QTime(below(24), 0), "Europe/Berlin"}};
  }

  void restore() {
    m_kept.push_back(m_document.campaign());
    m_document.restore(m_kept[static_cast<std::size_t>(below(static_cast<int>(m_kept.size())))],
                       QStringLiteral("restoring"));
  }

  ui::CampaignDocument& m_document;
  QRandomGenerator m_random;
  std::vector<campaign::Campaign> m_kept;
};

/// What the campaign was at every place of the undo stack.
class Memory final {
 public:
  explicit Memory(ui::CampaignDocument& document) : m_document(document) { m_states << now(); }

  [[nodiscard]] QByteArray now() const { return bytesOf(m_document.campaign()); }
  [[nodiscard]] bool agrees() const { return m_states.value(m_document.undoStack().index()) == now(); }
  /// After an edit: everything above is another story now.
  void note() {
    m_states.resize(m_document.undoStack().index());
    m_states << now();
  }

 private:
  ui::CampaignDocument& m_document;
  QList<QByteArray> m_states;
};

}  // namespace

class UndoTest final : public QObject {
  Q_OBJECT

 private:
  void newCampaign(WindowFixture& fixture) {
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find("composer") != nullptr);
    QTRY_VERIFY(fixture.find<QLineEdit>("start.name")->hasFocus());
  }
  static ui::CampaignDocument& document(WindowFixture& fixture) {
    return fixture.find<ui::Composer>("composer")->document();
  }
  static void undo() { WindowFixture::press(Qt::Key_Z, Qt::ControlModifier); }
  static void redo() { WindowFixture::press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void aThousandEditsAreTakenBackAndDoneAgainToTheByte() {
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("HELIOGRAPH_TEST_SEED", &given);
    const quint32 seed = given ? static_cast<quint32>(wanted) : QRandomGenerator::global()->generate() % 1'000'000;
    qInfo("HELIOGRAPH_TEST_SEED=%u", seed);
    WindowFixture fixture;
    newCampaign(fixture);
    auto& draft = document(fixture);
    QUndoStack& stack = draft.undoStack();
    Restless person(draft, seed);
    Memory memory(draft);
    const QByteArray first = memory.now();
    for (int edits = 0; edits < 1000;) {
      const int whim = person.below(10);
      if (whim == 0) {
        for (int back = person.below(6); back > 0 && stack.canUndo(); --back) stack.undo();
        for (int again = person.below(6); again > 0 && stack.canRedo(); --again) stack.redo();
        QVERIFY2(memory.agrees(), qPrintable(QStringLiteral("after edit %1").arg(edits)));
        continue;
      }
      if (whim == 1) draft.endStep();
      const int before = stack.index();
      const QByteArray shown = memory.now();
      person.edit();
      ++edits;
      if (stack.index() < before) {
        QVERIFY2(memory.agrees(), "a step that vanished leaves what was before it");
      } else if (memory.now() != shown) {
        memory.note();
      }
      if (edits % 50 == 0) QCoreApplication::processEvents();
    }
    const QByteArray last = memory.now();
    while (stack.canUndo()) {
      stack.undo();
      QVERIFY(memory.agrees());
    }
    QCOMPARE(memory.now(), first);
    while (stack.canRedo()) {
      stack.redo();
      QVERIFY(memory.agrees());
    }
    QCOMPARE(memory.now(), last);
  }

  void theMenuAndTheArrowsNameTheStep() {
    WindowFixture fixture;
    newCampaign(fixture);
    QAction* action = fixture.window().actions().find(ui::action::undo);
    QCOMPARE(action->text(), QStringLiteral("Undo"));
    WindowFixture::type(QStringLiteral("Sale"));
    QCOMPARE(action->text(), QStringLiteral("Undo change of name"));
    auto* arrow = fixture.find<QAbstractButton>("header.edit.undo");
    QVERIFY(arrow->toolTip().contains(QStringLiteral("Undo change of name")));
    QCOMPARE(arrow->accessibleName(), QStringLiteral("Undo change of name"));
    undo();
    QCOMPARE(fixture.window().actions().find(ui::action::redo)->text(), QStringLiteral("Redo change of name"));
    QVERIFY(!arrow->isEnabled());
  }

  void undoGoesToTheFieldThroughAllPages() {
    WindowFixture fixture;
    newCampaign(fixture);
    WindowFixture::type(QStringLiteral("Sale"));
    WindowFixture::press(Qt::Key_3, Qt::ControlModifier);
    auto* message = fixture.find<QTextEdit>("what.message");
    QTRY_VERIFY(message->hasFocus());
    WindowFixture::type(QStringLiteral("Hi there"));
    WindowFixture::press(Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(!message->isVisible());
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(schedule::isChosen(document(fixture).campaign().when));
    WindowFixture::press(Qt::Key_1, Qt::ControlModifier);
    undo();
    QVERIFY(!schedule::isChosen(document(fixture).campaign().when));
    QVERIFY(fixture.find("when.onPublish")->isVisible());
    undo();
    QTRY_VERIFY(message->hasFocus());
    QCOMPARE(document(fixture).campaign().message, QByteArray());
    undo();
    QTRY_VERIFY(fixture.find<QLineEdit>("start.name")->hasFocus());
    redo();
    redo();
    QTRY_VERIFY(message->hasFocus());
    QCOMPARE(document(fixture).campaign().message, QByteArray("Hi there"));
    QCOMPARE(message->textCursor().position(), 8);
  }

  void aLineHasNoHistoryOfItsOwn() {
    WindowFixture fixture;
    newCampaign(fixture);
    auto* name = fixture.find<QLineEdit>("start.name");
    WindowFixture::type(QStringLiteral("Sale"));
    undo();
    QCOMPARE(name->text(), QString());
    undo();
    undo();
    QCOMPARE(name->text(), QString());
    QContextMenuEvent event(QContextMenuEvent::Keyboard, name->rect().center(),
                            name->mapToGlobal(name->rect().center()));
    QCoreApplication::sendEvent(name, &event);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QCOMPARE(menu->actions().first(), fixture.window().actions().find(ui::action::undo));
    menu->close();
  }
};

QTEST_MAIN(UndoTest)
#include "undo_test.moc"
