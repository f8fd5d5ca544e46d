// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <functional>

#include "audience/columns/segment_engine.h"
#include "audience/segment_sql.h"
#include "unit/audience/segment_dice.h"
#include "unit/audience/segment_plain.h"

using namespace heliograph;
using namespace heliograph::audience;

namespace {

constexpr int kPeople = 120;
constexpr int kSegments = 2000;
constexpr int kSaved = 12;

/// Whom a segment lets through, in the order of their ids.
using Answer = std::function<Result<std::vector<qint64>>(const Segment&, const EvaluationTime&)>;

Result<std::vector<qint64>> byStatement(const storage::Database& database, const SegmentCatalog& catalog,
                                        const Segment& segment, const EvaluationTime& time) {
  const auto compiled = compileSegment(segment, catalog, time);
  if (!compiled) return fail(compiled.error());
  storage::Statement select(
      database, QStringLiteral("SELECT p.id FROM profile AS p WHERE %1 ORDER BY p.id").arg(compiled->condition));
  for (const QVariant& value : compiled->values) select.bindValue(value);
  std::vector<qint64> ids;
  while (true) {
    auto row = select.next();
    if (!row) return fail(row.error());
    if (!*row) return ids;
    ids.push_back(select.integer(0));
  }
}

Result<std::vector<qint64>> byColumns(SegmentEngine& engine, const Segment& segment, const EvaluationTime& time) {
  const auto people = engine.evaluate(segment, time);
  if (!people) return fail(ErrorCode::Unsupported, QStringLiteral("left to the statement"));
  if (!*people) return fail(people->error());
  std::vector<qint64> ids;
  (*people)->forEach([&](std::size_t id) { ids.push_back(static_cast<qint64>(id)); });
  return ids;
}

QByteArray told(const Segment& segment, const EvaluationTime& time) {
  return describe(segment).toUtf8() + "\n" + QJsonDocument(toJson(segment)).toJson(QJsonDocument::Compact) + "\nat " +
         time.now.toString(Qt::ISODateWithMs).toUtf8() + " in " + time.zone.id();
}

QByteArray listed(const std::vector<qint64>& ids) {
  QByteArray text;
  for (const qint64 id : ids) text += QByteArray::number(id) + ' ';
  return text;
}

}  // namespace

class SegmentRandomTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyEngineFindsWhomThePlainEvaluationFinds() {
    test::Dice dice(test::seedOfTest());
    test::SegmentWorld world(dice, kPeople);
    test::SegmentDice segments(dice, world);
    for (int i = 0; i < kSaved; ++i) world.save(QStringLiteral("Saved %1's").arg(i), segments.segment());
    const auto catalog = SegmentCatalog::load(world.database());
    QVERIFY(catalog);
    SegmentEngine columns(world.database());
    const auto up = columns.bringUp();
    QVERIFY2(up, up ? "" : qPrintable(up.error().message + up.error().detail));
    const std::vector<std::pair<QByteArray, Answer>> engines{
        {"columns",
         [&](const Segment& segment, const EvaluationTime& time) { return byColumns(columns, segment, time); }},
        {"statement", [&](const Segment& segment, const EvaluationTime& time) {
           return byStatement(world.database(), *catalog, segment, time);
         }}};
    QMap<QByteArray, QByteArray> failures;  // the first one of each
    int withSomebody = 0;
    for (int i = 0; i < kSegments; ++i) {
      const Segment segment = segments.segment();
      const EvaluationTime time = dice.pick(world.times());
      const std::vector<qint64> expected = test::PlainSegments(world, time).people(segment);
      withSomebody += !expected.empty() && expected.size() < world.people().size() ? 1 : 0;
      for (const auto& [name, answer] : engines) {
        if (failures.contains(name)) continue;
        const auto found = answer(segment, time);
        if (!found) {
          failures[name] = (found.error().message + found.error().detail).toUtf8() + "\n" + told(segment, time);
        } else if (*found != expected) {
          failures[name] = "found " + listed(*found) + "\nexpected " + listed(expected) + "\n" + told(segment, time);
        }
      }
      const auto read = segmentFromJson(toJson(segment));
      QVERIFY2(read && *read == segment, told(segment, time).constData());
    }
    for (auto it = failures.cbegin(); it != failures.cend(); ++it)
      qWarning("%s: %s", it.key().data(), it.value().data());
    QVERIFY(failures.isEmpty());
    // Segments that let nobody or everybody through tell little.
    QVERIFY(withSomebody > kSegments / 3);
  }
};

QTEST_GUILESS_MAIN(SegmentRandomTest)
#include "segment_random_test.moc"
