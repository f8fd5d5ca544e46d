// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/token_prompt.h"

#include <QComboBox>
#include <QDate>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include "editors/floating_panel.h"

namespace heliograph::editors {
namespace {

constexpr int PromptWidth = 300;

}  // namespace

TokenPrompt::TokenPrompt(QWidget* window)
    : QFrame(window),
      m_property(new QComboBox(this)),
      m_format(new QComboBox(this)),
      m_question(new QLabel(this)),
      m_fallback(new QLineEdit(this)),
      m_hint(new QLabel(tr("Type a fallback, or press Enter for none"), this)) {
  setObjectName(QStringLiteral("tokenPrompt"));
  m_fallback->setObjectName(QStringLiteral("fallbackField"));
  m_property->setObjectName(QStringLiteral("propertyField"));
  m_property->setAccessibleName(tr("Property"));
  m_format->setObjectName(QStringLiteral("dateFormatField"));
  m_format->setAccessibleName(tr("Date written as"));
  m_fallback->setPlaceholderText(tr("Nothing"));
  m_question->setBuddy(m_fallback);
  m_question->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  const int edge = ShadowRoom + 12;
  column->setContentsMargins(edge, edge, edge, edge);
  column->setSpacing(6);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_property, m_format, m_question, m_fallback, m_hint})
    column->addWidget(widget);
  m_fallback->installEventFilter(this);
  m_property->installEventFilter(this);
  m_format->installEventFilter(this);
  connect(m_property, &QComboBox::currentIndexChanged, this, [this](int row) {
    const auto index = static_cast<std::size_t>(row);
    if (isVisible() && index < m_choices.size()) showFormats(m_choices[index].isDate);
  });
  hide();
}

void TokenPrompt::setTheme(const EditorTheme& theme) {
  m_theme = theme;
  m_question->setFont(theme.uiFont);
  m_hint->setFont(theme.hintFont);
  QPalette quiet = m_hint->palette();
  quiet.setColor(QPalette::WindowText, theme.hint);
  m_hint->setPalette(quiet);
}

void TokenPrompt::askFallback(const message::PersonalisationToken& token, bool isDate, const QRect& anchor) {
  m_property->hide();
  m_choices.clear();
  open(token, isDate, anchor);
}

void TokenPrompt::edit(const message::PersonalisationToken& token, const std::vector<PropertyChoice>& choices,
                       const QRect& anchor) {
  m_choices = choices;
  m_property->clear();
  int current = -1;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    m_property->addItem(propertyLabel(choices[i].name));
    if (choices[i].root == token.root && choices[i].name == token.property) current = static_cast<int>(i);
  }
  if (current < 0) {
    m_choices.insert(m_choices.begin(), PropertyChoice{token.root, token.property, QString(), -1});
    m_property->insertItem(0, tr("%1 (unknown)").arg(propertyLabel(token.property)));
    current = 0;
  }
  m_property->setCurrentIndex(current);
  m_property->show();
  open(token, m_choices[static_cast<std::size_t>(current)].isDate, anchor);
}

void TokenPrompt::fillFormats(const QString& current) {
  const QDate sample(2026, 11, 26);
  const QLocale english(QLocale::English);  // the names that Liquid writes
  m_format->clear();
  m_format->addItem(tr("Date as it was imported"), QString());
  for (const auto& [format, pattern] : {std::pair("%d %b", "dd MMM"), std::pair("%d %B %Y", "dd MMMM yyyy"),
                                        std::pair("%A", "dddd"), std::pair("%d/%m/%Y", "dd/MM/yyyy"),
                                        std::pair("%m/%d/%Y", "MM/dd/yyyy"), std::pair("%Y-%m-%d", "yyyy-MM-dd")}) {
    m_format->addItem(tr("As %1").arg(english.toString(sample, QString::fromLatin1(pattern))),
                      QString::fromLatin1(format));
  }
  int row = m_format->findData(current);
  if (row < 0) {
    m_format->addItem(tr("As %1").arg(current), current);
    row = m_format->count() - 1;
  }
  m_format->setCurrentIndex(row);
}

void TokenPrompt::showFormats(bool isDate) {
  m_format->setVisible(isDate || !m_token.dateFormat.isEmpty());
  fit();
}

void TokenPrompt::fit() {
  const int width = PromptWidth + 2 * ShadowRoom;
  setFixedWidth(width);
  layout()->activate();
  setFixedHeight(layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                               : layout()->totalSizeHint().height());
  const QRect local(parentWidget()->mapFromGlobal(m_anchor.topLeft()), m_anchor.size());
  move(placeBelow(local, size(), parentWidget()->rect()));
}

void TokenPrompt::open(const message::PersonalisationToken& token, bool isDate, const QRect& anchor) {
  m_token = token;
  m_anchor = anchor;
  fillFormats(token.dateFormat);
  m_question->setText(tr("People without %1 read").arg(propertyLabel(token.property)));
  m_fallback->setAccessibleName(m_question->text());
  m_fallback->setText(token.fallback.value_or(QString()));
  showFormats(isDate);
  show();
  raise();
  m_fallback->setFocus();
  m_fallback->selectAll();
}

message::PersonalisationToken TokenPrompt::answer() const {
  message::PersonalisationToken token = m_token;
  if (!m_choices.empty()) {
    const PropertyChoice& choice = m_choices[static_cast<std::size_t>(m_property->currentIndex())];
    token.root = choice.root;
    token.property = choice.name;
  }
  // Of a property that is no date the format goes.
  token.dateFormat = m_format->isHidden() ? QString() : m_format->currentData().toString();
  token.fallback = m_fallback->text().isEmpty() ? std::nullopt : std::optional<QString>(m_fallback->text());
  return token;
}

void TokenPrompt::close(bool take, bool byKey) {
  if (!isVisible()) return;
  const message::PersonalisationToken token = answer();
  hide();
  if (take && token != m_token) Q_EMIT accepted(token);
  Q_EMIT finished(byKey);
}

void TokenPrompt::dismiss() {
  const QWidget* focus = window()->focusWidget();
  close(false, focus != nullptr && isAncestorOf(focus));
}

bool TokenPrompt::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter || key == Qt::Key_Escape) {
      event->accept();
      if (event->type() == QEvent::KeyPress) close(enter, true);
      return true;
    }
  }
  if (event->type() == QEvent::FocusOut) {
    const QWidget* next = window()->focusWidget();
    const bool inside = next != nullptr && isAncestorOf(next);
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    const bool leavesWindow = reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason;
    if (!inside && !leavesWindow) close(true, false);
  }
  return QFrame::eventFilter(watched, event);
}

void TokenPrompt::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintFloatingPanel(&painter, rect(), m_theme);
}

}  // namespace heliograph::editors
