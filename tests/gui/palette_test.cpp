// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QLineEdit>
#include <QListView>
#include <QStandardPaths>

#include "audience/segment_repository.h"
#include "campaign/campaign_repository.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

QString firstFound(const WindowFixture& fixture) {
  const auto* list = fixture.find<QListView>("palette.list");
  return list->model()->index(0, 0).data().toString();
}

}  // namespace

class PaletteTest final : public QObject {
  Q_OBJECT

 private:
  void openPalette(WindowFixture& fixture) {
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    WindowFixture::press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(fixture.find("palette")->isVisible());
    QVERIFY(fixture.find<QLineEdit>("palette.search")->hasFocus());
  }

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void anActionIsFoundByTheLettersOfItsNameAndDone() {
    WindowFixture fixture;
    openPalette(fixture);
    WindowFixture::type(QStringLiteral("new camp"));
    QCOMPARE(firstFound(fixture), QStringLiteral("New campaign"));
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(!fixture.find("palette")->isVisible());
    QTRY_VERIFY(fixture.find("composer") != nullptr);
  }

  void aCampaignIsFoundByItsNameAndOpened() {
    WindowFixture fixture;
    const auto campaigns = fixture.workspace().campaigns.list();
    QVERIFY(campaigns && !campaigns->empty());
    openPalette(fixture);
    WindowFixture::type(campaigns->front().name);
    QTRY_COMPARE(firstFound(fixture), campaigns->front().name);
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(fixture.find("composer") != nullptr || fixture.find("report") != nullptr);
  }

  void aSegmentBecomesTheAudienceOfTheOpenDraft() {
    WindowFixture fixture;
    const auto segments = fixture.workspace().segments.list();
    QVERIFY(segments && !segments->empty());
    openPalette(fixture);
    WindowFixture::type(QStringLiteral("new campaign"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(fixture.find("composer") != nullptr);
    openPalette(fixture);
    WindowFixture::type(segments->front().name);
    QTRY_COMPARE(firstFound(fixture), segments->front().name);
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(fixture.workspace().campaigns.list()->front().audience, segments->front().name);
  }

  void escapeGivesTheFocusBack() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    const QWidget* before = QApplication::focusWidget();
    openPalette(fixture);
    WindowFixture::press(Qt::Key_Escape);
    QVERIFY(!fixture.find("palette")->isVisible());
    QCOMPARE(QApplication::focusWidget(), before);
  }

  void whatIsNotThereIsSaid() {
    WindowFixture fixture;
    openPalette(fixture);
    WindowFixture::type(QStringLiteral("qqqq"));
    QVERIFY(!fixture.find<QListView>("palette.list")->isVisible());
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(fixture.find("palette")->isVisible());
  }

  void theSheetOfShortcutsOpensByF1() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    WindowFixture::press(Qt::Key_F1);
    QTRY_VERIFY(fixture.find("shortcuts") != nullptr);
    QTRY_COMPARE(QApplication::activeWindow(), fixture.find("shortcuts"));
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(fixture.find("shortcuts") == nullptr);
  }
};

QTEST_MAIN(PaletteTest)
#include "palette_test.moc"
