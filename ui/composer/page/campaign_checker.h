// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <optional>
#include <vector>

#include "audience/events/event_catalog.h"
#include "campaign/issue.h"
#include "campaign/linked_check.h"
#include "campaign/short_links.h"
#include "delivery/check/check_report.h"
#include "message/message_lint.h"
#include "providers/shorteners/shortener.h"
#include "ui/campaign_document.h"
#include "ui/composer/page/ledger_cache.h"
#include "ui/services.h"

namespace heliograph::ui {

/// Keeps the checks of the open campaign up to date: what the draft alone tells at once, what has to be counted a
/// moment after the last change, off the GUI thread. A count that is out of date is given up and its answer dropped.
class CampaignChecker final : public QObject {
  Q_OBJECT
 public:
  CampaignChecker(Services& services, CampaignDocument& document, QObject* parent = nullptr);
  ~CampaignChecker() override;

  /// Reads anew what drafts are checked against, then checks; also for changes outside the campaign (contacts,
  /// providers).
  void refresh();
  /// Everything known now, blocking ones and others.
  [[nodiscard]] const std::vector<campaign::Issue>& issues() const { return m_issues; }
  /// The last count; an older one while counting.
  [[nodiscard]] const delivery::CheckReport& report() const { return m_report; }
  /// While counting: what was counted so far, of so many people. None before the first answer and when done.
  struct SoFar {
    delivery::CheckReport report;
    qint64 people = 0;
  };
  [[nodiscard]] const std::optional<SoFar>& soFar() const { return m_soFar; }
  /// What everybody would get by that count, and the state of the campaign it is of; never null.
  [[nodiscard]] const SharedLedger& ledger() const { return m_ledger; }
  [[nodiscard]] const campaign::Campaign& countedCampaign() const { return m_counted; }
  /// False while people are being counted or nothing was counted yet.
  [[nodiscard]] bool isCurrent() const { return m_current; }
  /// Why the last count failed, until one succeeds or the campaign changes; empty otherwise.
  [[nodiscard]] const QString& problem() const { return m_problem; }
  /// The properties a message can read; empty until they are known.
  [[nodiscard]] const QStringList& properties() const { return m_properties; }
  /// What the message's text is checked against, as far as it is known.
  [[nodiscard]] message::LintContext lintContext() const;
  /// What is wrong with a copy, its linked content included, as far as that is known.
  [[nodiscard]] std::vector<message::MessageProblem> problemsOf(const QByteArray& copy) const;
  /// What stands for a code of each coupon pool; none until they are known.
  [[nodiscard]] message::CodesByPool couponSamples() const { return m_coupons.value_or(message::CodesByPool{}); }
  /// The sources of linked content; none until they are known.
  [[nodiscard]] std::vector<campaign::KnownSource> knownSources() const {
    return m_linked.value_or(std::vector<campaign::KnownSource>{});
  }
  /// The link shorteners; none until they are known.
  [[nodiscard]] std::vector<providers::Shortener> shorteners() const {
    return m_shorteners.value_or(std::vector<providers::Shortener>{});
  }
  /// A draft with its short links, as far as they are known.
  [[nodiscard]] campaign::Campaign withShortLinks(campaign::Campaign draft) const;
  /// What the campaign's route asks for beside the text; nothing until it is known.
  [[nodiscard]] std::optional<providers::AskedFields> asked() const;
  /// The snippets of the library; none until they are known.
  [[nodiscard]] message::Snippets snippets() const { return m_snippets.value_or(message::Snippets{}); }

 Q_SIGNALS:
  void issuesChanged();
  /// What lies outside the campaign (contacts, providers, prices) may have changed: earlier counts are worth nothing.
  void factsChanged();
  /// Counting begins; report() is out of date.
  void counting();
  /// soFar() tells of more people.
  void countedSome();
  /// report() is of the campaign as it is.
  void counted();
  /// Counting failed, see problem(); it is tried once more after a few seconds, and with the next change.
  void failed();

 private:
  struct Facts;
  struct Count;
  void noteChange(const ChangeEvent& event);
  void begin();
  void checkDraft();
  void count();
  void finish(quint64 generation, const Count& count);
  void refuse(const Error& error);

  Services& m_services;
  CampaignDocument& m_document;
  QTimer m_timer;
  CancelToken m_cancel;
  std::vector<campaign::Issue> m_issues;
  delivery::CheckReport m_report;
  std::optional<SoFar> m_soFar;
  SharedLedger m_ledger = std::make_shared<delivery::TextLedger>();
  campaign::Campaign m_counted;
  QStringList m_properties;
  std::optional<message::Snippets> m_snippets;
  std::optional<message::CodesByPool> m_coupons;
  std::optional<std::vector<campaign::KnownSource>> m_linked;
  std::optional<std::vector<providers::Shortener>> m_shorteners;
  std::optional<std::vector<audience::EventType>> m_events;
  std::optional<providers::AskedFields> m_asked;
  campaign::Route m_askedRoute;  ///< whose they are
  std::vector<campaign::KeptShortLink> m_shortLinks;
  bool m_hasDefaultRoute = true;
  bool m_current = false;
  bool m_retried = false;
  QString m_problem;
  quint64 m_generation = 0;
  quint64 m_reads = 0;  ///< of the facts; the answer to an older one is dropped
};

}  // namespace heliograph::ui
