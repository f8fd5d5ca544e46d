// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "core/ids.h"
#include "core/result.h"

using namespace heliograph;

namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorCode::InvalidInput, QStringLiteral("The number is odd."));
  return number / 2;
}

Result<int> quarter(int number) {
  HELIOGRAPH_TRY(half(number));
  return half(*half(number));
}

}  // namespace

class ResultTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tryHandsTheErrorOn() {
    QCOMPARE(quarter(8).value(), 2);
    QCOMPARE(quarter(7).error().code, ErrorCode::InvalidInput);
    QCOMPARE(quarter(6).error().message, QStringLiteral("The number is odd."));
  }

  void everyCodeHasANameOfItsOwn() {
    QSet<QString> names;
    const int last = static_cast<int>(ErrorCode::Internal);
    for (int code = 0; code <= last; ++code) names << errorCodeName(static_cast<ErrorCode>(code));
    QCOMPARE(names.size(), last + 1);
  }

  void anIdOfZeroIsNone() {
    QVERIFY(!ProfileId{}.isValid());
    QVERIFY((ProfileId{7}).isValid());
  }
};

QTEST_GUILESS_MAIN(ResultTest)
#include "result_test.moc"
