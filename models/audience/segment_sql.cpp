// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/segment_sql.h"

#include <algorithm>

#include "audience/built_in_field.h"
#include "audience/property_repository.h"
#include "audience/rules/condition_sql.h"
#include "audience/rules/conversion_sql.h"
#include "audience/rules/event_sql.h"
#include "audience/rules/near_test.h"
#include "audience/rules/segment_fields.h"
#include "audience/rules/segment_functions.h"
#include "audience/unsubscribed_sql.h"
#include "storage/sql_functions.h"

namespace heliograph::audience {
namespace {

using Op = SegmentOperator;

/// Saved segments may name each other: so many parts are evaluated in all.
constexpr int kMostParts = 20'000;

[[maybe_unused]] const bool kFunctionsAdded = storage::addSqlFunctions(&registerSegmentFunctions);

tl::unexpected<Error> wrongSegment(const QString& message) {
  return fail(ErrorCode::InvalidInput, message);
}

/// Whom a condition that can be NULL doesn't hold for.
QString negatedSql(const QString& condition) {
  return QStringLiteral("((%1) IS NOT TRUE)").arg(condition);
}

class Compiler final {
 public:
  Compiler(const SegmentCatalog& catalog, const EvaluationTime& time) : m_catalog(catalog), m_time(time) {}

  Result<QString> group(const SegmentGroup& group);
  QVariantList takeValues() { return std::move(m_values); }
  [[nodiscard]] bool scans() const { return m_scans; }
  [[nodiscard]] bool texts() const { return m_texts; }

 private:
  Result<QString> sql(const SegmentGroup& inner) { return group(inner); }
  Result<QString> sql(const SegmentRule& rule);
  Result<QString> sql(const EventRule& rule) { return scanning(eventSql(rule, m_catalog, m_time, m_values)); }
  Result<QString> sql(const SameValueRule& rule) { return scanning(sameValueSql(rule, m_catalog, m_time, m_values)); }
  Result<QString> sql(const NearRule& rule);
  Result<QString> sql(const DeviceRule& rule);
  Result<QString> sql(const MemberRule& rule);
  Result<QString> sql(const CampaignRule& rule);
  Result<QString> convertedSql(const CampaignRule& rule, const std::vector<CampaignId>& campaigns,
                               const InstantRange& range);
  Result<QString> scanning(Result<QString> condition) {
    m_scans = true;
    return condition;
  }
  Result<QString> derived(const DerivedField& field, const SegmentRule& rule);
  Result<QString> age(const SegmentRule& rule);
  Result<QString> list(const MemberRule& rule);

  const SegmentCatalog& m_catalog;
  const EvaluationTime& m_time;
  QVariantList m_values;
  QStringList m_inside;  ///< the saved segments being compiled, the outermost first
  int m_parts = 0;
  bool m_scans = false;
  bool m_texts = false;
};

Result<QString> Compiler::group(const SegmentGroup& group) {
  QStringList conditions;
  for (const SegmentPart& part : group.parts) {
    if (isIdle(part)) continue;
    if (++m_parts > kMostParts) {
      return wrongSegment(QStringLiteral("The segment has more than %1 rules with all the segments it names. Make it "
                                         "simpler, or make a list of the people.")
                              .arg(kMostParts));
    }
    auto condition = std::visit([this](const auto& value) { return sql(value); }, part.value);
    if (!condition) return condition;
    conditions << *condition;
  }
  const QString joined = joinedSql(conditions, group.join == SegmentGroup::Join::All);
  return group.excluded && !conditions.isEmpty() ? negatedSql(joined) : joined;
}

Result<QString> Compiler::sql(const SegmentRule& rule) {
  const auto on = [&](const QString& column, PropertyType type) {
    return conditionSql({rule.property, QStringLiteral("p.") + column, type}, rule.op, rule.values, m_time, m_values);
  };
  if (const Property* property = findProperty(m_catalog.properties, rule.property)) {
    return on(propertyColumn(property->id), property->type);
  }
  for (const BuiltInField& builtIn : builtInFields()) {
    if (builtIn.name == rule.property) return on(builtIn.column, builtIn.type);
  }
  if (const DerivedField* field = findDerivedField(rule.property)) return derived(*field, rule);
  return wrongSegment(QStringLiteral("Nobody has a property “%1”. Choose another one in the segment, or "
                                     "import contacts that have it.")
                          .arg(rule.property));
}

Result<QString> Compiler::derived(const DerivedField& field, const SegmentRule& rule) {
  HELIOGRAPH_TRY(checkOperator(field.name, field.type, rule.op, rule.values));
  if (field.kind == DerivedField::Kind::Age) return age(rule);
  if (rule.op == Op::Exists) return QStringLiteral("1");
  if (rule.op == Op::NotExists) return QStringLiteral("0");
  const QString fact = field.kind == DerivedField::Kind::HasPhone
                           ? QStringLiteral("p.phone_state IN ('valid', 'possible')")
                       : field.kind == DerivedField::Kind::Unsubscribed
                           ? unsubscribedSql()
                           : QStringLiteral("p.id IN (SELECT d.profile_id FROM device AS d WHERE d.push_token <> '')");
  return rule.op == Op::IsTrue ? fact : QStringLiteral("NOT (%1)").arg(fact);
}

Result<QString> Compiler::age(const SegmentRule& rule) {
  const Property* birth = birthProperty(m_catalog.properties);
  if (birth == nullptr) {
    return wrongSegment(
        QStringLiteral("Nobody's age is known. Import contacts with their date of birth, a date called "
                       "“date_of_birth”, or take the rule out."));
  }
  const auto ranges = birthRanges(rule.op, rule.values, m_time);
  if (!ranges) return wrongRule(rule.property, ranges.error().message);
  const QString column = QStringLiteral("p.") + propertyColumn(birth->id);
  QStringList conditions;
  for (const InstantRange& range : ranges->any) conditions << withinSql(column, range, m_values);
  const QString condition = joinedSql(conditions, false);
  return ranges->negative ? QStringLiteral("(%1 IS NULL OR NOT %2)").arg(column, condition) : condition;
}

Result<QString> Compiler::sql(const NearRule& rule) {
  const HomeProperties home = homeProperties(m_catalog.properties);
  if (!home.any()) {
    return wrongSegment(
        QStringLiteral("Nobody's place is known. Import contacts with their latitude and longitude, or "
                       "with their city, or take the rule out."));
  }
  if (rule.places.empty() || !(rule.radius > 0)) {
    return wrongSegment(QStringLiteral("The rule on places has no place or no distance. Choose them."));
  }
  const auto column = [](const Property* property) {
    return property == nullptr ? QStringLiteral("NULL") : QStringLiteral("p.") + propertyColumn(property->id);
  };
  const QString country = home.country == nullptr ? QStringLiteral("p.country")
                                                  : QStringLiteral("coalesce(%1, p.country)").arg(column(home.country));
  m_values << QString::fromLatin1(NearTest(rule).toText());
  return QStringLiteral("lives_near(%1, %2, %3, %4, %5, ?)")
      .arg(column(home.latitude), column(home.longitude), column(home.city), column(home.region), country);
}

Result<QString> Compiler::sql(const DeviceRule& rule) {
  const bool negative = isNegative(rule.op) || rule.op == Op::NotExists;
  const SqlField field{deviceFieldWords(rule.field), QStringLiteral("d.") + deviceFieldName(rule.field),
                       PropertyType::Text};
  // No device has the value: the opposite of that one has it.
  const auto condition = conditionSql(field, rule.op, rule.values, m_time, m_values);
  if (!condition) return condition;
  const QString devices = QStringLiteral("(SELECT d.profile_id FROM device AS d WHERE %1(%2))")
                              .arg(negative ? QStringLiteral("NOT ") : QString(), *condition);
  return scanning((negative ? QStringLiteral("p.id NOT IN ") : QStringLiteral("p.id IN ")) + devices);
}

Result<QString> Compiler::list(const MemberRule& rule) {
  const auto found = m_catalog.lists.constFind(rule.name);
  if (found == m_catalog.lists.cend()) {
    return wrongSegment(
        QStringLiteral("There is no list “%1”. Choose another one in the segment, or import it.").arg(rule.name));
  }
  m_values << found->value;
  return scanning(QStringLiteral("p.id %1 (SELECT m.profile_id FROM custom_list_member AS m WHERE m.list_id = ?)")
                      .arg(rule.member ? QStringLiteral("IN") : QStringLiteral("NOT IN")));
}

Result<QString> Compiler::sql(const MemberRule& rule) {
  if (rule.of == MemberRule::Of::List) return list(rule);
  const auto found = m_catalog.segments.constFind(rule.name);
  if (found == m_catalog.segments.cend()) {
    return wrongSegment(
        QStringLiteral("There is no saved segment “%1”. Choose another one, or save one of that name.").arg(rule.name));
  }
  if (m_inside.contains(rule.name)) {
    return wrongSegment(
        QStringLiteral("The saved segments “%1” name each other in a circle. Take one of these rules out.")
            .arg((m_inside + QStringList(rule.name)).join(QStringLiteral("” → “"))));
  }
  m_inside << rule.name;
  const auto condition = group(found->rules);
  m_inside.removeLast();
  if (!condition || rule.member) return condition;
  return negatedSql(*condition);
}

Result<QString> Compiler::sql(const CampaignRule& rule) {
  const std::vector<CampaignId> campaigns = m_catalog.campaignsOf(rule);
  if (campaigns.empty()) {
    return wrongSegment((rule.by == CampaignRule::By::Campaign
                             ? QStringLiteral("There is no campaign “%1”. Choose another one in the segment.")
                             : QStringLiteral("No campaign is labelled “%1”. Choose another label in the segment."))
                            .arg(rule.name));
  }
  const auto range = instantRange(rule.within, m_time);
  if (!range) return wrongRule(rule.name, range.error().message);
  using What = CampaignRule::What;
  m_scans = m_texts = true;
  if (rule.what == What::Converted) return convertedSql(rule, campaigns, *range);
  const QString at = rule.what == What::Received ? QStringLiteral("o.updated_at") : QStringLiteral("o.clicked_at");
  QStringList marks;
  for (const CampaignId id : campaigns) {
    marks << QStringLiteral("?");
    m_values << id.value;
  }
  const QString within = withinSql(at, *range, m_values);
  return QStringLiteral(
             "p.id %1 (SELECT o.profile_id FROM outbox AS o WHERE o.run_id IN (SELECT r.id FROM run AS r "
             "WHERE r.campaign_id IN (%2)) AND o.state = 'accepted' AND o.profile_id IS NOT NULL AND %3 IS "
             "NOT NULL AND %4)")
      .arg(rule.did ? QStringLiteral("IN") : QStringLiteral("NOT IN"), marks.join(QLatin1Char(',')), at, within);
}

/// Who reached the goals of these campaigns; versions with the same goal are looked at together.
Result<QString> Compiler::convertedSql(const CampaignRule& rule, const std::vector<CampaignId>& campaigns,
                                       const InstantRange& range) {
  std::vector<std::pair<Goal, QStringList>> goals;
  for (const SentGoal& sent : m_catalog.goals) {
    if (std::find(campaigns.begin(), campaigns.end(), sent.campaign) == campaigns.end()) continue;
    auto known = std::find_if(goals.begin(), goals.end(), [&](const auto& each) { return each.first == sent.goal; });
    if (known == goals.end()) known = goals.insert(goals.end(), {sent.goal, {}});
    known->second << QString::number(sent.version.value);
  }
  QStringList people;
  for (const auto& [goal, versions] : goals) {
    const auto rows =
        conversionSql(goal, m_catalog.events, m_time,
                      QStringLiteral("r.version_id IN (%1)").arg(versions.join(QLatin1Char(','))), m_values);
    if (!rows) return fail(rows.error());
    const QString within = withinSql(QStringLiteral("at"), range, m_values);
    people << QStringLiteral("SELECT profile_id FROM (%1) WHERE held = 0 AND %2").arg(*rows, within);
  }
  // A campaign without a goal converts nobody.
  if (people.isEmpty()) people << QStringLiteral("SELECT NULL WHERE 0");
  return QStringLiteral("p.id %1 (%2)")
      .arg(rule.did ? QStringLiteral("IN") : QStringLiteral("NOT IN"), people.join(QStringLiteral(" UNION ALL ")));
}

}  // namespace

Result<SegmentSql> compileSegment(const Segment& segment, const SegmentCatalog& catalog, const EvaluationTime& time) {
  Compiler compiler(catalog, time);
  auto condition = compiler.group(segment.rules);
  if (!condition) return fail(condition.error());
  return SegmentSql{*condition, compiler.takeValues(), compiler.scans(), compiler.texts()};
}

Result<SegmentSql> compileSegment(const Segment& segment, const storage::Database& database,
                                  const EvaluationTime& time) {
  const auto& parts = segment.rules.parts;
  if (std::all_of(parts.begin(), parts.end(), isIdle)) return SegmentSql{QStringLiteral("1"), {}, false, false};
  const auto catalog = SegmentCatalog::load(database);
  if (!catalog) return fail(catalog.error());
  return compileSegment(segment, *catalog, time);
}

}  // namespace heliograph::audience
