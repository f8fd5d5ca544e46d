// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer_footer.h"

#include <QHBoxLayout>
#include <QLocale>

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

ComposerFooter::ComposerFooter(QWidget* parent)
    : Surface(Qt::TopEdge, parent),
      m_back(new Button(tr("Back"), ButtonRole::Quiet, Icon::ArrowLeft)),
      m_issues(new LinkButton({}, LinkButton::Weight::Quiet)),
      m_why(new ElidedLabel({}, TypeRole::Hint, Ink::Text2)),
      m_goThere(new LinkButton(tr("Go there"))),
      m_next(new Button({}, ButtonRole::Primary)),
      m_publish(new Button({}, ButtonRole::Primary, Icon::Send)) {
  setFixedHeight(size::FooterBar);
  m_back->setObjectName(QStringLiteral("footer.back"));
  m_next->setObjectName(QStringLiteral("footer.next"));
  m_issues->setObjectName(QStringLiteral("footer.issues"));
  m_next->setTrailingIcon(Icon::ArrowRight);
  m_publish->setObjectName(QStringLiteral("footer.publish"));
  m_publish->setBig(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(size::Large, 0, size::Large, 0);
  row->setSpacing(size::Medium);
  row->addWidget(m_back);
  row->addWidget(m_why, 1);
  row->addWidget(m_goThere);
  row->addWidget(m_issues);
  row->addWidget(m_next);
  row->addWidget(m_publish);
  m_why->setObjectName(QStringLiteral("footer.why"));
  m_why->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  m_goThere->setObjectName(QStringLiteral("footer.goThere"));
  connect(m_goThere, &LinkButton::clicked, this, &ComposerFooter::blockerRequested);
  connect(m_back, &Button::clicked, this, &ComposerFooter::backRequested);
  connect(m_next, &Button::clicked, this, &ComposerFooter::nextRequested);
  connect(m_publish, &Button::clicked, this, &ComposerFooter::nextRequested);
  connect(m_issues, &LinkButton::clicked, this, [this] { Q_EMIT issuesRequested(m_issues); });
}

void ComposerFooter::showWhy(const QString& why) {
  m_why->setText(why);
  m_goThere->setVisible(!why.isEmpty());
  m_goThere->setAccessibleDescription(why);
}

void ComposerFooter::setBackVisible(bool visible) {
  m_back->setVisible(visible);
}

void ComposerFooter::showNext(const QString& nextStep, int blockers) {
  m_publish->hide();
  showWhy({});
  m_next->setText(nextStep);
  m_next->show();
  m_issues->setVisible(blockers > 0);
  m_issues->setText(blockers == 1 ? tr("1 thing open") : tr("%1 things open").arg(blockers));
}

void ComposerFooter::showPublish(qint64 people, const QString& blockedBecause) {
  m_next->hide();
  m_publish->setText(people == 1  ? tr("Publish to 1 person…")
                     : people > 1 ? tr("Publish to %1 people…").arg(QLocale().toString(people))
                                  : tr("Publish…"));
  m_publish->setBlockedBecause(blockedBecause);
  m_publish->show();
  m_issues->hide();
  showWhy(blockedBecause);
}

}  // namespace heliograph::ui
