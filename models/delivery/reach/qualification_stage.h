// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <utility>
#include <vector>

#include "audience/profile_reader.h"
#include "audience/reachability.h"
#include "delivery/reach/lots.h"
#include "message/message_plan.h"

namespace heliograph::delivery {

/// One question of the pipeline. Stages are asked in this order, each of those who passed the ones before:
/// safety check, control group, reachable and first of their number, frequency caps, sendable, cap.
class QualificationStage {
 public:
  virtual ~QualificationStage() = default;

  /// The code of why this person is left out, or nothing. A stage that makes the text puts it into `text`.
  [[nodiscard]] virtual QString refusal(const audience::ProfileRow& person, message::Sendable& text) = 0;
};

/// In a control group: compared with those who get the message.
class ControlGroupStage final : public QualificationStage {
 public:
  explicit ControlGroupStage(const audience::ControlGroups& groups) : m_groups(groups) {}
  [[nodiscard]] QString refusal(const audience::ProfileRow& person, message::Sendable& text) override;

 private:
  audience::ControlGroups m_groups;
};

/// Suppressed or unreachable, then a number that an earlier person has.
class ReachableStage final : public QualificationStage {
 public:
  [[nodiscard]] QString refusal(const audience::ProfileRow& person, message::Sendable& text) override;
  void use(std::string_view e164) { m_check.use(e164); }

 private:
  audience::ReachabilityCheck m_check;
};

/// No provider of the campaign covers the number's country.
class CoveredStage final : public QualificationStage {
 public:
  explicit CoveredStage(audience::CountryReach countries) : m_countries(std::move(countries)) {}
  [[nodiscard]] QString refusal(const audience::ProfileRow& person, message::Sendable& text) override;

 private:
  audience::CountryReach m_countries;
};

/// Renders, isn't aborted, isn't empty, isn't too long. In an A/B test that has to hold for each copy, so that all of
/// them are tried on the same people and the winner can be sent to everybody left.
class SendableStage final : public QualificationStage {
 public:
  SendableStage(message::MessagePlan message, const liquid::Shape& shape, const QDateTime& now,
                const QString& campaignName, qint64 campaignId);
  [[nodiscard]] QString refusal(const audience::ProfileRow& person, message::Sendable& text) override;
  /// A/B test: the text of each copy for the last person who got through.
  [[nodiscard]] const std::vector<message::Sendable>& tested() const { return m_tested; }

 private:
  message::MessagePlan m_message;
  std::vector<message::Sendable> m_tested;
  const liquid::Shape& m_shape;
  message::MessageRenderer m_renderer;
};

/// Drawn by lot, when the campaign is for so many people only.
class DrawnStage final : public QualificationStage {
 public:
  DrawnStage(Lots lots, std::optional<qint64> last) : m_lots(lots), m_last(last) {}
  [[nodiscard]] QString refusal(const audience::ProfileRow& person, message::Sendable& text) override;

 private:
  Lots m_lots;
  std::optional<qint64> m_last;
};

}  // namespace heliograph::delivery
