// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "audience/profile_reader.h"
#include "audience/profile_schema.h"
#include "core/result.h"
#include "delivery/reach/lots.h"
#include "delivery/reach/qualification_stage.h"
#include "message/message_plan.h"

namespace heliograph::delivery {

/// What the pipeline works on.
struct QualificationInput {
  audience::Segment segment;
  audience::EvaluationTime time;
  std::shared_ptr<const audience::ProfileSchema> schema;
  message::MessagePlan message;
  QString campaignName;
  CampaignId campaign;
  std::optional<qint64> lastLot = {};     ///< only who has a lot (Lots) up to this one is sent to; none: everybody
  audience::ControlGroups groups = {};    ///< who is held back
  audience::CountryReach countries = {};  ///< where its providers send to
  audience::ProfileReading::Seeds seeds = audience::ProfileReading::Seeds::Among;
};

/// One person and what the pipeline says; views hold until the next call.
struct Qualified {
  const audience::ProfileRow* person = nullptr;
  QString reason;          ///< stable code of why not; empty: to be sent to
  message::Sendable text;  ///< filled if everything before the text let the person through; the first copy of
                           ///< an A/B test
  std::span<const message::Sendable> tested;  ///< A/B test: the text of each copy; empty for who is left out

  [[nodiscard]] bool isSendable() const { return reason.isEmpty(); }
};

/// The stages that look at the text, and the drawing among those for whom there is one. They depend on nobody but the
/// person: each thread may have its own.
class TextStages final {
 public:
  explicit TextStages(const QualificationInput& input);

  /// Asks them of `person.person` and writes what they say; the texts hold until the next call.
  void judge(Qualified& person);

 private:
  std::shared_ptr<const audience::ProfileSchema> m_schema;
  bool m_isTest;
  SendableStage m_sendable;
  DrawnStage m_drawn;
};

/// The one pipeline through which everybody goes who is counted, checked, previewed or given a row: the people of the
/// segment in the order of their ids, each asked of the stages in the house's order until one refuses. Reads the people
/// in pieces, so that memory is bounded and the write-ahead log can be shortened.
class Qualification final {
 public:
  /// Errors: InvalidInput when the segment can't be compiled, those of storage.
  [[nodiscard]] static Result<Qualification> open(const storage::Database& database, QualificationInput input,
                                                  ProfileId after = {});
  ~Qualification();
  Qualification(Qualification&&) noexcept;
  Qualification& operator=(Qualification&&) noexcept;

  /// Marks a number as one that an earlier person has (when a filling goes on after a stop).
  void useNumber(std::string_view e164);

  /// The next person, or nullptr at the end.
  [[nodiscard]] Result<const Qualified*> next();

 private:
  struct State;
  explicit Qualification(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace heliograph::delivery
