// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/publish/fine_checks.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "audience/reachability.h"
#include "ui/composer/words/publish_sentence.h"

namespace heliograph::ui {

namespace {

struct FineCheckWords {
  Q_DECLARE_TR_FUNCTIONS(FineChecks)
};

/// A check that is right unless one of its codes is among the issues.
class Findings {
 public:
  explicit Findings(const std::vector<campaign::Issue>& issues) : m_issues(issues) {}

  void add(std::initializer_list<const char*> codes, const QString& words) {
    const bool found = std::any_of(codes.begin(), codes.end(), [this](const char* code) {
      return std::any_of(m_issues.begin(), m_issues.end(),
                         [code](const campaign::Issue& issue) { return issue.code == QLatin1String(code); });
    });
    if (!found) m_fine << words;
  }
  [[nodiscard]] const QStringList& fine() const { return m_fine; }

 private:
  const std::vector<campaign::Issue>& m_issues;
  QStringList m_fine;
};

/// The rule, and how many it kept out.
QString leftOut(const QString& rule, qint64 people) {
  return people == 0 ? FineCheckWords::tr("%1 Nobody is affected.").arg(rule)
                     : FineCheckWords::tr("%1 Left out: %2.").arg(rule, peopleWords(people));
}

void addPeople(Findings& findings, const delivery::CheckReport& report) {
  const audience::Reach& reach = report.reach;
  findings.add({"nobody_reached"}, FineCheckWords::tr("Somebody can be sent to: %1 of %2.")
                                       .arg(peopleWords(report.sendable), QLocale().toString(reach.qualified)));
  if (report.most) {
    findings.add({"reach_too_few", "reach_pool_unknown", "coupons_short"},
                 FineCheckWords::tr("Never more than %1 are sent to, drawn by lot.").arg(peopleWords(*report.most)));
  }
  findings.add({}, leftOut(FineCheckWords::tr("Nobody who unsubscribed is texted."), reach.unsubscribed));
  findings.add({}, leftOut(FineCheckWords::tr("Every number is texted only once."), reach.duplicatePhone));
  findings.add(
      {}, leftOut(FineCheckWords::tr("Numbers that can't exist are not tried."), reach.noPhone + reach.invalidPhone));
}

void addMessage(Findings& findings, const delivery::CheckReport& report) {
  findings.add({"message_empty"}, FineCheckWords::tr("There is a message."));
  findings.add({"message_syntax", "message_at_in_tag", "message_forloop", "message_tablerowloop"},
               FineCheckWords::tr("The personalisation can be read without a fault."));
  findings.add({"message_unknown_property", "message_unknown_name"},
               FineCheckWords::tr("Every property in it exists."));
  findings.add({"missing_values", "message_no_fallback"},
               FineCheckWords::tr("Nobody reads a gap where a value is missing."));
  findings.add({"render_failed", "empty_text", "aborted", "message_empty"},
               FineCheckWords::tr("A text was made for every one of them."));
  findings.add({"too_long"}, FineCheckWords::tr("No text is longer than the parts allowed."));
  findings.add({"opt_out_missing"}, FineCheckWords::tr("It says how to unsubscribe where its purpose asks for that."));
  findings.add({"link_http", "link_staging", "link_public_shortener"},
               FineCheckWords::tr("No link in it looks like one for trying out, of a public shortener or without "
                                  "encryption."));
  if (report.encodings.value(QStringLiteral("UCS-2")) == 0) {
    findings.add({}, FineCheckWords::tr("All characters are of the ordinary alphabet, so that a part holds most."));
  }
  findings.add({"similar_text", "same_text"}, FineCheckWords::tr("Nobody gets a similar text within 24 hours."));
}

}  // namespace

QStringList fineChecks(const std::vector<campaign::Issue>& issues, const delivery::CheckReport& report) {
  if (!report.counted) return {};
  Findings findings(issues);
  findings.add({"name_empty"}, FineCheckWords::tr("The campaign has a name."));
  findings.add({"route_missing", "route_unknown", "route_empty", "provider_not_ready"},
               FineCheckWords::tr("Every provider of the route is set up and has its credentials."));
  findings.add({"audience_missing", "audience_unknown", "audience_unreadable"},
               FineCheckWords::tr("It is chosen who receives it."));
  addPeople(findings, report);
  addMessage(findings, report);
  findings.add({"when_missing", "when_invalid", "when_past"}, FineCheckWords::tr("Its time is chosen and not over."));
  if (report.quiet.inForce.isOn()) {
    findings.add({"quiet_hours_wait", "quiet_hours_discard"},
                 FineCheckWords::tr("It is quiet nowhere when it starts, and nobody is texted in their quiet hours."));
  }
  if (report.cost.isComplete()) findings.add({"prices_missing"}, FineCheckWords::tr("There is a price for everybody."));
  return findings.fine();
}

}  // namespace heliograph::ui
