// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sending/winner_dialog.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "campaign/campaign_repository.h"
#include "reports/report_repository.h"
#include "ui/report/copies_table.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kWinnerWidth = 640;

/// What speaks for one copy or another.
QString judgeWords(const reports::RunReport& report) {
  QStringList clicks;
  for (const reports::CopyCount& copy : report.copies) {
    const double share =
        copy.accepted > 0 ? 100.0 * static_cast<double>(copy.clicked) / static_cast<double>(copy.accepted) : 0;
    clicks << WinnerDialog::tr("%1 %2 %").arg(copy.name, QLocale().toString(share, 'f', 1));
  }
  const bool hasClicks = std::any_of(report.copies.begin(), report.copies.end(),
                                     [](const reports::CopyCount& copy) { return copy.clicked > 0; });
  if (hasClicks && !report.conversions) {
    return WinnerDialog::tr("Followed a link so far: %1.").arg(clicks.join(QStringLiteral(", ")));
  }
  if (!report.conversions) {
    return WinnerDialog::tr("No clicks are known: judge by answers, orders, or what else you see.");
  }
  QStringList shares;
  for (std::size_t copy = 0; copy < report.copies.size() && copy < report.conversions->copies.size(); ++copy) {
    const QString percent = QLocale().toString(100 * report.conversions->copies[copy].share().share(), 'f', 1);
    shares << WinnerDialog::tr("%1 %2 %").arg(report.copies[copy].name, percent);
  }
  return WinnerDialog::tr("Converted so far: %1.").arg(shares.join(QStringLiteral(", ")));
}

}  // namespace

WinnerDialog::WinnerDialog(Services& services, RunId run, QWidget* parent)
    : QDialog(parent), m_words(new Label({}, TypeRole::Body, Ink::Text2)), m_table(new CopiesTable) {
  setObjectName(QStringLiteral("winner"));
  setWindowTitle(tr("Choose the winner"));
  setMinimumWidth(kWinnerWidth);
  m_words->setObjectName(QStringLiteral("winner.words"));
  m_words->setWordWrap(true);
  m_words->setText(tr("Reading what became of the test…"));
  auto* later = new Button(tr("Not yet"));
  later->setObjectName(QStringLiteral("winner.later"));
  auto* foot = new QHBoxLayout;
  foot->addStretch();
  foot->addWidget(later);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Large, size::Wide, size::Large);
  column->setSpacing(size::Large);
  column->addWidget(new Label(tr("Which copy do the others get?"), TypeRole::Title));
  column->addWidget(m_words);
  column->addWidget(m_table);
  column->addLayout(foot);
  connect(later, &Button::clicked, this, &QDialog::reject);
  services.background
      .run([&reports = services.reports, &campaigns = services.campaigns, run]() -> Result<Found> {
        auto report = reports.ofRun(run);
        if (!report) return fail(report.error());
        auto frozen = campaigns.version(report->run.version);
        if (!frozen) return fail(frozen.error());
        return Found{std::move(*report), std::move(frozen->campaign)};
      })
      .then(this, [this](const Result<Found>& found) { show(found); });
}

void WinnerDialog::show(const Result<Found>& found) {
  if (!found) return m_words->setText(found.error().message);
  const reports::RunReport& report = found->report;
  if (report.run.reason != delivery::hold::abTest) {
    return m_words->setText(tr("The campaign doesn't wait for a winner any more."));
  }
  const QLocale locale;
  const QString waiting = locale.toString(report.waitForWinner);
  m_words->setText(tr("The test was sent; %1 people wait. They get the copy you choose at once. What was sent can't be "
                      "called back. %2")
                       .arg(waiting, judgeWords(report)));
  QStringList texts{QString::fromUtf8(found->campaign.message)};
  for (const campaign::Variant& variant : found->campaign.variants.others) texts << QString::fromUtf8(variant.message);
  m_table->show(report.copies, report.run.winner, texts);
  for (const reports::CopyCount& copy : report.copies) {
    auto* choose = new Button(tr("Send %1 to %2").arg(copy.name, waiting));
    choose->setObjectName(QStringLiteral("winner.copy%1").arg(copy.copy));
    choose->setAutoDefault(false);
    m_table->addControl(copy.copy, choose);
    connect(choose, &Button::clicked, this, [this, number = copy.copy] {
      Q_EMIT chosen(number);
      accept();
    });
  }
}

}  // namespace heliograph::ui
