<?xml version="1.0" encoding="UTF-8"?>
<!-- contents.xsl: the list of contents, as it is printed; and the navigation, which is made of it:
     beside the text on wide screens, folded above it on narrow ones. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="f r w">

  <!-- The entries below an entry: those of the next level whose nearest entry above it is. -->
  <xsl:key name="below" match="r:entry[@r:level = 2]"
           use="generate-id(preceding-sibling::r:entry[@r:level = 1][1])"/>
  <xsl:key name="below" match="r:entry[@r:level = 3]"
           use="generate-id(preceding-sibling::r:entry[@r:level = 2][1])"/>

  <xsl:template match="f:contents">
    <section class="front contents">
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="f:title"/>
      <xsl:call-template name="contents-list">
        <xsl:with-param name="entries" select="r:entry[@r:level = 1]"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <xsl:template name="contents-list">
    <xsl:param name="entries"/>
    <xsl:if test="$entries">
      <ol role="list" class="contents-list">
        <xsl:for-each select="$entries">
          <li>
            <a href="#{@to}"><xsl:call-template name="heading-words"/></a>
            <xsl:call-template name="contents-list">
              <xsl:with-param name="entries" select="key('below', generate-id())"/>
            </xsl:call-template>
          </li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:template>

  <!-- One of the two is shown, the other is hidden from everybody (page.css). -->
  <xsl:template name="navigation">
    <xsl:variable name="entries" select="f:front/f:contents/r:entry[@r:level = 1]"/>
    <xsl:if test="$entries">
      <nav class="sidebar" aria-label="{w:text('page-contents')}" data-furniture="navigation">
        <p class="sidebar-title"><xsl:value-of select="w:text('page-contents')"/></p>
        <xsl:call-template name="navigation-list">
          <xsl:with-param name="entries" select="$entries"/>
        </xsl:call-template>
      </nav>
      <nav class="fold" aria-label="{w:text('page-contents')}" data-furniture="navigation">
        <details>
          <summary><xsl:value-of select="w:text('page-contents')"/></summary>
          <xsl:call-template name="navigation-list">
            <xsl:with-param name="entries" select="$entries"/>
          </xsl:call-template>
        </details>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="navigation-list">
    <xsl:param name="entries"/>
    <xsl:if test="$entries">
      <ol role="list">
        <xsl:apply-templates select="$entries" mode="navigation"/>
      </ol>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:entry" mode="navigation">
    <li>
      <a href="#{@to}">
        <xsl:if test="@r:number">
          <span class="number"><xsl:value-of select="@r:number"/></span>
          <xsl:text> </xsl:text>
        </xsl:if>
        <span class="words"><xsl:apply-templates/></span>
      </a>
      <xsl:call-template name="navigation-list">
        <xsl:with-param name="entries" select="key('below', generate-id())"/>
      </xsl:call-template>
    </li>
  </xsl:template>

</xsl:stylesheet>
