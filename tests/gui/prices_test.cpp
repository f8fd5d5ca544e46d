// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTabBar>
#include <QTableView>
#include <QtTest>

#include "providers/prices/price_repository.h"
#include "window_fixture.h"

using namespace heliograph;
using test::WindowFixture;

namespace {

/// A provider that is not for testing, so that its texts have a price.
void addProvider(app::Workspace& workspace) {
  providers::Provider provider;
  provider.name = QStringLiteral("Direct");
  provider.type = QStringLiteral("http");
  const auto row = [](const char* name, const char* value) {
    return QJsonObject{{QStringLiteral("name"), QString::fromLatin1(name)},
                       {QStringLiteral("value"), QString::fromLatin1(value)}};
  };
  provider.settings = {{QStringLiteral("endpoint"), QStringLiteral("https:/") + QStringLiteral("/sms.example.com")},
                       {QStringLiteral("parameters"), QJsonArray{row("to", "$$To"), row("text", "$$Body")}}};
  if (auto made = workspace.providers.create(provider); !made) qFatal("%s", qPrintable(made.error().message));
}

}  // namespace

class PricesTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_fixture = std::make_unique<WindowFixture>();
    addProvider(m_fixture->workspace());
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    WindowFixture::press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto* tabs = m_fixture->find<QTabBar>("providers.tabs");
    tabs->setFocus();
    while (tabs->currentIndex() < tabs->count() - 1) WindowFixture::press(Qt::Key_Right);
    m_table = m_fixture->find<QTableView>("prices.table");
    QTRY_VERIFY(m_table->model()->rowCount() > 0);
  }
  void cleanup() { m_fixture.reset(); }

  void countriesOfTheContactsStandFirstAndTakeAPriceInPlace() {
    QVERIFY(cell(0, 0).contains(QStringLiteral("contact")));
    const int missing = m_table->model()->rowCount();
    QVERIFY(WindowFixture::tabTo("prices.table"));
    m_table->setCurrentIndex(m_table->model()->index(0, 0));
    WindowFixture::press(Qt::Key_Return);
    WindowFixture::type(QStringLiteral("0.0455"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(prices().size(), 1u);
    QCOMPARE(prices().front().perPart.micros, 45500);
    QTRY_COMPARE(m_table->model()->rowCount(), missing);
    QTRY_VERIFY(cell(missing - 1, 3) == QStringLiteral("0.0455"));
  }

  void aPriceIsAddedChangedAndDeletedByKeys() {
    QVERIFY(WindowFixture::tabTo("prices.country"));
    WindowFixture::type(QStringLiteral("Austria"));
    QVERIFY(WindowFixture::tabTo("prices.amount"));
    WindowFixture::type(QStringLiteral("0.07"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(prices().size(), 1u);
    QCOMPARE(prices().front().prefix, QStringLiteral("43"));
    QCOMPARE(prices().front().country, QStringLiteral("AT"));

    QTRY_VERIFY(rowOf(QStringLiteral("Austria")) >= 0);
    QVERIFY(WindowFixture::tabTo("prices.table"));
    m_table->setCurrentIndex(m_table->model()->index(rowOf(QStringLiteral("Austria")), 3));
    WindowFixture::press(Qt::Key_F2);
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
    WindowFixture::type(QStringLiteral("0.08"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(prices().front().perPart.micros, 80000);

    QTRY_COMPARE(cell(rowOf(QStringLiteral("Austria")), 3), QStringLiteral("0.08"));
    m_table->setFocus();
    WindowFixture::press(Qt::Key_Delete);
    QTRY_VERIFY(prices().empty());
  }

  void whatIsNoPriceIsSaidAndNotStored() {
    QVERIFY(WindowFixture::tabTo("prices.amount"));
    WindowFixture::type(QStringLiteral("much"));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(note().contains(QStringLiteral("no price")));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("prices.amount"));
    QVERIFY(prices().empty());
  }

  void aFileIsTakenOverWholeOrNotAtAll() {
    drop(write("bad.csv", "prefix,price,currency\n91,0.02,EUR\nx,0.02,EUR\n"));
    QTRY_VERIFY(note().contains(QStringLiteral("Line 3")));
    QVERIFY(prices().empty());
    drop(write("good.csv", "provider,prefix,price,currency\n,91,0.02,EUR\nDirect,,0.5,USD\n"));
    QTRY_COMPARE(prices().size(), 2u);
    QTRY_VERIFY(note().contains(QStringLiteral("2 prices")));
    QTRY_COMPARE(m_fixture->find<QTabBar>("providers.tabs")->tabText(2), QStringLiteral("Prices 2"));
  }

 private:
  [[nodiscard]] std::vector<providers::Price> prices() const {
    return m_fixture->workspace().prices.list().value_or(std::vector<providers::Price>{});
  }
  [[nodiscard]] QString cell(int row, int column) const {
    return m_table->model()->index(row, column).data().toString();
  }
  [[nodiscard]] int rowOf(const QString& country) const {
    for (int row = 0; row < m_table->model()->rowCount(); ++row) {
      if (cell(row, 0) == country) return row;
    }
    return -1;
  }
  [[nodiscard]] QString note() const { return m_fixture->find<QLabel>("prices.note")->text(); }
  [[nodiscard]] QString write(const char* name, const QByteArray& csv) const {
    QFile file(m_fixture->path(name));
    if (!file.open(QIODevice::WriteOnly)) qFatal("can't write");
    file.write(csv);
    return file.fileName();
  }
  void drop(const QString& path) const {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QWidget* tab = m_table->parentWidget()->parentWidget();
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(tab, &enter);
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(tab, &event);
  }

  std::unique_ptr<WindowFixture> m_fixture;
  QTableView* m_table = nullptr;
};

QTEST_MAIN(PricesTest)
#include "prices_test.moc"
