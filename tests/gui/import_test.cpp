// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollArea>
#include <QTest>
#include <algorithm>

#include "audience/profile_repository.h"
#include "support/spreadsheet_file.h"
#include "ui/contacts/import_dialog.h"
#include "window_fixture.h"

namespace heliograph {

namespace {

using test::WindowFixture;

/// The import's dialog over the window, worked by keys.
class Import final {
 public:
  explicit Import(WindowFixture& window) : m_window(window) {}

  void open() {
    WindowFixture::press(Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(dialog());
    QTRY_VERIFY(dialog()->isActiveWindow());
  }
  [[nodiscard]] ui::ImportDialog* dialog() const { return m_window.window().findChild<ui::ImportDialog*>(); }
  template <class Widget = QWidget>
  [[nodiscard]] Widget* find(const char* name) const {
    return dialog()->findChild<Widget*>(QString::fromLatin1(name));
  }
  [[nodiscard]] bool isShown(const char* name) const {
    const auto* widget = dialog() ? find(name) : nullptr;
    return widget && widget->isVisible();
  }
  [[nodiscard]] QString nextText() const { return find<QAbstractButton>("import.next")->text(); }
  [[nodiscard]] bool canGoOn() const { return find("import.next")->isEnabled(); }
  [[nodiscard]] QString words(const char* name) const { return find<QLabel>(name)->text(); }
  /// Everything that can be read on the page.
  [[nodiscard]] QString page() const {
    QStringList texts;
    for (const QLabel* label : dialog()->findChildren<QLabel*>()) {
      if (label->isVisible()) texts << label->text();
    }
    return texts.join(QLatin1Char('\n'));
  }
  /// Chooses an entry of a box with the arrow keys.
  void choose(const char* box, const QString& words) {
    auto* combo = find<QComboBox>(box);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < combo->count() && !combo->currentText().startsWith(words); ++i) {
      QTest::keyClick(combo, Qt::Key_Down);
    }
  }

 private:
  WindowFixture& m_window;
};

void copy(const QString& text) {
  QGuiApplication::clipboard()->setText(text);
}

}  // namespace

class ImportTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aTableIsPastedMappedCountedAndImportedByKeys() {
    WindowFixture window;
    QTRY_VERIFY(window.window().isActiveWindow());
    const auto before = window.workspace().profiles.count().value();
    copy(QStringLiteral(
        "Customer\tMobile\tCity\nn1\t4.47911123456E+11\tYork\nn2\t447911123457\tLeeds\nn3\t4.47911E+11\tHull\n"));
    window.find("home.table")->setFocus();
    WindowFixture::press(Qt::Key_V, Qt::ControlModifier);
    Import import(window);
    QTRY_VERIFY(import.isShown("import.use.0"));
    QCOMPARE(import.find<QComboBox>("import.delimiter")->currentText(), QStringLiteral("Tab"));
    QCOMPARE(import.find<QComboBox>("import.use.1")->currentText(), QStringLiteral("Phone number"));
    // Without this the numbers would tell people apart.
    import.choose("import.use.0", QStringLiteral("Identity"));
    QCOMPARE(import.find<QComboBox>("import.use.0")->currentText(), QStringLiteral("Identity"));
    QVERIFY(import.canGoOn());
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(import.nextText(), QStringLiteral("Import 3 contacts"));
    auto* exponents = import.find<QCheckBox>("import.repair.scientific");
    QVERIFY(exponents && exponents->isChecked());
    QVERIFY(import.page().contains(QStringLiteral("+447911123456")));
    QVERIFY(import.page().contains(QStringLiteral("lost digits")));
    QCOMPARE(window.workspace().profiles.count().value(), before);
    QTRY_VERIFY(import.find("import.next")->hasFocus());
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(import.isShown("import.result"));
    QVERIFY(import.words("import.result").contains(QStringLiteral("3 new contacts")));
    const auto found = window.workspace().profiles.find(QStringLiteral("n1"));
    QVERIFY(found);
    QCOMPARE(found->phone, QStringLiteral("+447911123456"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(!import.dialog());
  }

  void whatIsSaidOfTheRowsIsNotFollowedByAGap() {
    WindowFixture window;
    QTRY_VERIFY(window.window().isActiveWindow());
    Import import(window);
    import.open();
    copy(
        QStringLiteral("identity,phone\nn1,+447911123456\nn2,+447911123456\nn3,9.19E+11\nn4,12345\nn5,n/a\nn6,+44 20\n"
                       "n7,+919999999999\nn8,+447911123456.0\n"));
    WindowFixture::press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(import.isShown("import.use.0"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(import.page().contains(QStringLiteral("a campaign texts each number once")));
    const auto* scroll = import.find<QScrollArea>("import.findings");
    const QWidget* findings = scroll->widget();
    const int needed = findings->heightForWidth(findings->width());
    QTRY_COMPARE(findings->height(), std::max(needed, scroll->viewport()->height()));
  }

  void aRepairThatIsUntickedIsCountedAgainAndNotDone() {
    WindowFixture window;
    QTRY_VERIFY(window.window().isActiveWindow());
    Import import(window);
    import.open();
    copy(QStringLiteral("identity,phone\nn1,447911123456.0\n"));
    WindowFixture::press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(import.isShown("import.use.0"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(import.isShown("import.repair.decimals"));
    import.find("import.repair.decimals")->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(import.page().contains(QStringLiteral("a spreadsheet has changed it")));
    QVERIFY(!import.find<QCheckBox>("import.repair.decimals")->isChecked());
    QTRY_VERIFY(import.canGoOn());
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(import.isShown("import.result"));
    QCOMPARE(window.workspace().profiles.find(QStringLiteral("n1"))->phoneState, phone::PhoneState::Invalid);
  }

  void anImportThatIsUnderWayStaysUntilItSaysWhatIsIn() {
    WindowFixture window;
    QTRY_VERIFY(window.window().isActiveWindow());
    Import import(window);
    import.open();
    copy(QStringLiteral("identity,phone\nn1,447911123456.0\n"));
    WindowFixture::press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(import.isShown("import.use.0"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(import.isShown("import.repair.decimals"));
    QTRY_VERIFY(import.canGoOn());
    import.find<QAbstractButton>("import.next")->click();
    QVERIFY(!import.find("import.repair.decimals")->isEnabled());
    import.dialog()->reject();
    QVERIFY(import.dialog()->isVisible());
    // It may be quicker than the cancelling.
    QTRY_VERIFY(import.isShown("import.result") || import.page().contains(QStringLiteral("cancelled")));
  }

  void aSheetOfAWorkbookAndTheRowOfItsNamesCanBeChosen() {
    WindowFixture window;
    QTRY_VERIFY(window.window().isActiveWindow());
    test::XlsxParts parts;
    parts.sheets = {test::Sheet("Notes", test::xlsxRows({{QStringLiteral("read me"), QStringLiteral("first")}})),
                    test::Sheet("People", test::xlsxRows({{QStringLiteral("made by"), QStringLiteral("us")},
                                                          {QStringLiteral("identity"), QStringLiteral("phone")},
                                                          {QStringLiteral("n1"), QStringLiteral("+447911123456")}}))};
    QFile file(window.path("people.xlsx"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(test::xlsx(parts));
    file.close();
    Import import(window);
    import.open();
    QVERIFY(WindowFixture::tabTo("import.file"));
    QTest::keyClicks(import.find("import.file"), file.fileName());
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(import.isShown("import.sheet"));
    QVERIFY(!import.canGoOn());
    import.choose("import.sheet", QStringLiteral("People"));
    QTRY_COMPARE(import.find<QComboBox>("import.sheet")->currentText(), QStringLiteral("People"));
    QTRY_COMPARE(import.find<QComboBox>("import.header")->currentText(), QStringLiteral("Row 1: made by, us"));
    import.choose("import.header", QStringLiteral("Row 2"));
    QTRY_COMPARE(import.find<QComboBox>("import.use.1")->currentText(), QStringLiteral("Phone number"));
    QVERIFY(import.canGoOn());
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(import.nextText(), QStringLiteral("Import 1 contact"));
  }

  void columnsThatCantBeImportedSaySo() {
    WindowFixture window;
    QTRY_VERIFY(window.window().isActiveWindow());
    Import import(window);
    import.open();
    copy(QStringLiteral("name\tcity\nAda\tYork\n"));
    WindowFixture::press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(import.isShown("import.use.0"));
    QVERIFY(!import.canGoOn());
    QVERIFY(import.find("import.next")->toolTip().contains(QStringLiteral("phone number")));
    import.choose("import.use.0", QStringLiteral("Identity"));
    import.choose("import.use.1", QStringLiteral("Identity"));
    QVERIFY(import.find("import.next")->toolTip().contains(QStringLiteral("taken for the same")));
    import.choose("import.use.1", QStringLiteral("Leave"));
    QVERIFY(import.canGoOn());
  }

  void theWrongCountryIsSeenInTheCounts() {
    WindowFixture window;
    QTRY_VERIFY(window.window().isActiveWindow());
    Import import(window);
    import.open();
    copy(QStringLiteral("identity\tphone\nn1\t07911123456\n"));
    WindowFixture::press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(import.isShown("import.region"));
    import.choose("import.region", QStringLiteral("United States"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(import.page().contains(QStringLiteral("can't be texted")));
    import.find("import.back")->setFocus();
    WindowFixture::press(Qt::Key_Space);
    QTRY_VERIFY(import.isShown("import.region"));
    import.choose("import.region", QStringLiteral("United Kingdom"));
    import.find("import.next")->setFocus();
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(import.canGoOn() && import.nextText() == QStringLiteral("Import 1 contact"));
    QVERIFY(!import.page().contains(QStringLiteral("can't be texted")));
  }

  void whatCantBeReadIsSaidOnTheFirstPage() {
    WindowFixture window;
    QTRY_VERIFY(window.window().isActiveWindow());
    Import import(window);
    import.open();
    copy(QStringLiteral("  \n"));
    WindowFixture::press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(import.isShown("import.problem"));
    QVERIFY(import.words("import.problem").contains(QStringLiteral("clipboard")));
    QVERIFY(WindowFixture::tabTo("import.file"));
    QTest::keyClicks(import.find("import.file"), QStringLiteral("/nowhere/people.xlsx"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(import.words("import.problem").contains(QStringLiteral("There is no file")));
  }

  void aFileIsDroppedOnTheWindow() {
    WindowFixture window;
    QTRY_VERIFY(window.window().isActiveWindow());
    QFile file(window.path("people.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("identity;phone\nn1;+447911123456\n");
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window.window(), &drop);
    QVERIFY(drop.isAccepted());
    Import import(window);
    QTRY_VERIFY(import.isShown("import.use.1"));
    QCOMPARE(import.find<QComboBox>("import.delimiter")->currentText(), QStringLiteral("Semicolon"));
  }
};

}  // namespace heliograph

QTEST_MAIN(heliograph::ImportTest)
#include "import_test.moc"
