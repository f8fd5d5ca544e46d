// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <algorithm>

namespace {

/// What each room may include, besides itself: everything that stands before it in the house plan. Rooms of one line
/// are neighbours and don't know one another.
const QList<QStringList> kLines{
    {QStringLiteral("core")},
    {QStringLiteral("liquid"), QStringLiteral("phone"), QStringLiteral("storage"), QStringLiteral("net")},
    {QStringLiteral("message"), QStringLiteral("audience"), QStringLiteral("schedule"), QStringLiteral("providers"),
     QStringLiteral("library")},
    {QStringLiteral("campaign")},
    {QStringLiteral("delivery")},
    {QStringLiteral("reports")},
    {QStringLiteral("items")},
    {QStringLiteral("editors")},
    {QStringLiteral("ui")},
    {QStringLiteral("app")},
};

int lineOf(const QString& room) {
  for (int i = 0; i < kLines.size(); ++i) {
    if (kLines[i].contains(room)) return i;
  }
  return -1;
}

QString sourceDirectory() {
  return qEnvironmentVariable("HELIOGRAPH_SOURCE_DIR");
}

struct Include {
  QString file;
  QString header;
};

/// The includes of all sources below a folder of the checkout.
QList<Include> includesBelow(const QString& folder) {
  static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                          QRegularExpression::MultilineOption);
  QList<Include> found;
  QDirIterator files(sourceDirectory() + QLatin1Char('/') + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                     QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (!file.open(QIODevice::ReadOnly)) qFatal("unreadable: %s", qPrintable(file.fileName()));
    const QString text = QString::fromUtf8(file.readAll());
    for (auto match = include.globalMatch(text); match.hasNext();) {
      found << Include{QDir(sourceDirectory()).relativeFilePath(file.fileName()), match.next().captured(1)};
    }
  }
  return found;
}

QString roomOf(const QString& path) {
  const QStringList parts = path.split(QLatin1Char('/'));
  return parts[0] == QLatin1String("models") ? parts.value(1) : parts[0];
}

QStringList offenders(const QString& folder, const QRegularExpression& forbidden) {
  QStringList found;
  for (const Include& include : includesBelow(folder)) {
    if (forbidden.match(include.header).hasMatch())
      found << include.file + QStringLiteral(" includes ") + include.header;
  }
  return found;
}

/// The folder in which an included header lies, from the checkout's root.
QString cornerOf(const QString& header) {
  const QString folder = QFileInfo(header).path();
  return header.startsWith(QLatin1String("ui/")) ? folder : QStringLiteral("models/") + folder;
}

/// Takes out the corners that include no corner still there. False if there is none.
bool removeWhoWaitsForNobody(QMap<QString, QSet<QString>>& waitFor) {
  for (const QString& corner : waitFor.keys()) {
    const QSet<QString>& others = waitFor[corner];
    if (std::none_of(others.begin(), others.end(), [&](const QString& other) { return waitFor.contains(other); })) {
      waitFor.remove(corner);
      return true;
    }
  }
  return false;
}

}  // namespace

class HousePlanTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void includesRunDownwardsOnly() {
    QStringList found;
    for (const QString& folder :
         {QStringLiteral("models"), QStringLiteral("editors"), QStringLiteral("ui"), QStringLiteral("app")}) {
      for (const Include& include : includesBelow(folder)) {
        const QString from = roomOf(include.file);
        const QString to = include.header.section(QLatin1Char('/'), 0, 0);
        if (lineOf(to) < 0 || from == to) continue;
        if (lineOf(to) >= lineOf(from)) found << include.file + QStringLiteral(" includes ") + include.header;
      }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
  }

  void theCornersOfARoomFormNoCircle_data() {
    QTest::addColumn<QString>("folder");
    QTest::newRow("providers") << "models/providers";
    QTest::newRow("delivery") << "models/delivery";
    QTest::newRow("the composer") << "ui/composer";
  }
  void theCornersOfARoomFormNoCircle() {
    QFETCH(QString, folder);
    QMap<QString, QSet<QString>> waitFor;
    for (const Include& include : includesBelow(folder)) {
      const QString from = QFileInfo(include.file).path();
      const QString to = cornerOf(include.header);
      if (!to.startsWith(folder) || from == to) continue;
      waitFor[from] << to;
    }
    while (removeWhoWaitsForNobody(waitFor)) {
    }
    QVERIFY2(waitFor.isEmpty(), qPrintable(waitFor.keys().join(QStringLiteral(", "))));
  }

  void aRoomKeepsToItsOwnKindOfWork_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("forbidden");
    const QString widgets = QStringLiteral(
        "^(QtWidgets|QtGui|QWidget|QApplication|QMessageBox|QDialog|QPixmap|QIcon|"
        "QColor|QFont|QPainter|QGuiApplication|QLabel|QPushButton)");
    const QString network = QStringLiteral("^(QtNetwork|QNetwork|QTcp|QSsl|QtSql|QSql|sqlite3)");
    QTest::newRow("the models know no widgets") << "models" << widgets;
    QTest::newRow("the commands know no widgets") << "app/cli" << widgets;
    QTest::newRow("the windows know no database and no network") << "ui" << network;
    QTest::newRow("the editors know no database and no network") << "editors" << network;
    QTest::newRow("Liquid is plain C++") << "models/liquid" << QStringLiteral("^Q");
  }
  void aRoomKeepsToItsOwnKindOfWork() {
    QFETCH(QString, folder);
    QFETCH(QString, forbidden);
    const QStringList found = offenders(folder, QRegularExpression(forbidden));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
  }
};

QTEST_GUILESS_MAIN(HousePlanTest)
#include "house_plan_test.moc"
